/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/more.h"

#include "pages/rehearse/bank/deal.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseMore
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *question;
  GtkLabel *question_title;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseMore,
                     starling_rehearse_more,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_more_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_MORE (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_more_parent_class)->dispose (object);
}

static void
starling_rehearse_more_class_init (StarlingRehearseMoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_more_dispose;

  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/more.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseMore,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseMore,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseMore,
                                        question_title);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_more_init (StarlingRehearseMore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the question is about, where that is chosen. */
static char *
format_title (StarlingSession *session, int principle)
{
  StarlingCatalogue *catalogue
      = starling_library_get_catalogue (starling_session_get_library (session));

  if (principle < 0)
    return g_strdup (_ ("A question that you did not choose"));
  /* Translators: %s is the name of a principle */
  return g_strdup_printf (
      _ ("A question about %s"),
      starling_catalogue_get_principle (catalogue, (guint) principle)->name);
}

/**
 * starling_rehearse_more_update:
 * @self: a list
 * @session: a session whose scope has several scenarios
 *
 * Offers what there is for the scope.
 */
void
starling_rehearse_more_update (StarlingRehearseMore *self,
                               StarlingSession *session)
{
  StarlingBankScope scope;
  g_autofree char *title = NULL;

  g_return_if_fail (STARLING_IS_REHEARSE_MORE (self));

  starling_rehearse_deal_init_scope (&scope, session);
  title = format_title (session, scope.principle);
  gtk_label_set_label (self->question_title, title);
  gtk_widget_set_visible (
      self->question,
      starling_rehearse_deal_can_ask (starling_session_get_library (session),
                                      &scope, 1));
}
