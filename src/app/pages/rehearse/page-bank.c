/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

/* What was asked, so that the story in scope was chosen; NULL: nothing. */
const char *
starling_rehearse_page_get_asked (StarlingRehearsePage *self)
{
  return self->asked ? self->deal->question->question : NULL;
}

static void
question_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (starling_rehearse_deal_next (self->deal, self->session))
    starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_QUESTION, NULL);
}

/* The focus stays, so that the same key asks for another one. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (starling_rehearse_deal_next (self->deal, self->session))
    starling_rehearse_page_update (self);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  starling_rehearse_page_go (STARLING_REHEARSE_PAGE (widget),
                             STARLING_REHEARSE_PLACE_SCOPE, NULL);
}

/* A story is chosen: it is shown as any other, through the angle that fits,
 * with the question in the place of its own. */
static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  StarlingScenario *scenario;
  g_autofree char *id = NULL;
  int angle;

  g_variant_get (parameter, "(si)", &id, &angle);
  starling_session_set_wanted_angle (self->session, angle);
  starling_rehearse_page_show_scenario (self, id);
  scenario = starling_session_get_scenario (self->session);
  if (scenario == NULL || !g_str_equal (scenario->id, id))
    return;
  self->asked = TRUE;
  starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_SCOPE, NULL);
}

/* Back to the choice, wherever the question was asked. */
static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (!self->asked)
    return;
  if (!gtk_widget_activate_action (widget, "win.show-scope", "s",
                                   self->deal->place))
    starling_session_set_scope (self->session, self->deal->place);
  starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_QUESTION, NULL);
}

void
starling_rehearse_page_install_bank_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    const char *parameter;
  } actions[] = {
    { "rehearse.question", question_action },
    { "rehearse.question-next", next_action },
    { "rehearse.question-close", close_action },
    { "rehearse.question-again", again_action },
    { "rehearse.answer", answer_action, "(si)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
}
