/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

#include "settings.h"
#include "widgets/column.h"
#include "widgets/focus.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PROMPT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingRehearsePage,
                     starling_rehearse_page,
                     GTK_TYPE_WIDGET)

static void
ticked_cb (StarlingRehearsePage *self)
{
  if (self->view == STARLING_REHEARSE_VIEW_STAGE)
    starling_rehearse_stage_tick (self->stage);
  else if (self->view == STARLING_REHEARSE_VIEW_PROBE)
    starling_rehearse_probe_tick (self->probe);
}

static void
saved_cb (StarlingRehearsePage *self, const char *event_id)
{
  if (self->place == STARLING_REHEARSE_PLACE_LOOP
      && starling_rehearse_page_finish_loop (self))
    return;
  starling_rehearse_page_take_focus (self);
  starling_session_toast (self->session, _ ("Saved."), event_id);
}

static void
failed_cb (StarlingRehearsePage *self, const char *message)
{
  starling_session_toast (self->session, message, NULL);
}

static void
undo_expired_cb (StarlingRehearsePage *self)
{
  starling_rehearse_run_forget_undo (self->run);
}

static gboolean
focus_cb (gpointer data)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (data);

  self->focus_source = 0;
  starling_rehearse_page_take_focus (self);
  return G_SOURCE_REMOVE;
}

static gboolean
starling_rehearse_page_grab_focus (GtkWidget *widget)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  /* GTK asks for it too when Tab leads out of the page */
  if (starling_focus_is_within (GTK_WIDGET (self)))
    return FALSE;
  starling_rehearse_page_take_focus (self);
  return starling_focus_is_within (GTK_WIDGET (self));
}

/* Tab comes to what stands first; from there it leads past everything. GTK
 * would ask for what is to be done, which stands last. */
static gboolean
starling_rehearse_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && !starling_focus_is_within (widget))
    return gtk_widget_child_focus (self->content, direction);
  return GTK_WIDGET_CLASS (starling_rehearse_page_parent_class)
      ->focus (widget, direction);
}

static void
starling_rehearse_page_map (GtkWidget *widget)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  GTK_WIDGET_CLASS (starling_rehearse_page_parent_class)->map (widget);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (focus_cb, self);
}

static void
set_prompt (StarlingRehearsePage *self, const char *id)
{
  StarlingPrompt prompt;

  if (!starling_prompt_from_id (id, &prompt) || prompt == self->prompt)
    return;
  self->prompt = prompt;
  starling_rehearse_ready_set_prompt (self->ready, prompt);
  if (self->view == STARLING_REHEARSE_VIEW_STAGE
      && starling_rehearse_run_get_take (self->run)->loop == NULL)
    starling_rehearse_run_set_prompt (self->run, prompt);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROMPT]);
}

static void
starling_rehearse_page_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PROMPT:
      g_value_set_string (value, starling_prompt_to_id (self->prompt));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_rehearse_page_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_PROMPT:
      set_prompt (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scope_cb (StarlingRehearsePage *self)
{
  self->place = STARLING_REHEARSE_PLACE_SCOPE;
  self->asked = FALSE;
  starling_rehearse_page_update (self);
}

static void
connect (StarlingRehearsePage *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal,
                           G_CALLBACK (starling_rehearse_page_update), self,
                           G_CONNECT_SWAPPED);
}

static void
starling_rehearse_page_constructed (GObject *object)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (object);
  StarlingLibrary *library = starling_session_get_library (self->session);

  G_OBJECT_CLASS (starling_rehearse_page_parent_class)->constructed (object);

  self->run = starling_rehearse_run_new (library);
  self->loop = starling_rehearse_loop_new (library);
  self->deal = starling_rehearse_deal_new (library);
  connect (self, self->loop, "changed");
  g_signal_connect_object (self->loop, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  connect (self, self->run, "changed");
  g_signal_connect_object (self->run, "ticked", G_CALLBACK (ticked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "saved", G_CALLBACK (saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scope",
                           G_CALLBACK (scope_cb), self, G_CONNECT_SWAPPED);
  connect (self, self->session, "notify::lens");
  connect (self, self->session, "notify::level");
  connect (self, library, "progress-changed");
  connect (self, library, "scenarios-changed");
  connect (self, self, "notify::visible");
  g_settings_bind (starling_settings_get (), "prompt", self, "prompt",
                   G_SETTINGS_BIND_DEFAULT);
  starling_rehearse_page_update (self);
}

static void
starling_rehearse_page_dispose (GObject *object)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->run);
  g_clear_object (&self->loop);
  g_clear_pointer (&self->deal, starling_rehearse_deal_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_rehearse_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearsePage, content) },
    { "offer", G_STRUCT_OFFSET (StarlingRehearsePage, offer) },
    { "offer_label", G_STRUCT_OFFSET (StarlingRehearsePage, offer_label) },
    { "offer_discard", G_STRUCT_OFFSET (StarlingRehearsePage, offer_discard) },
    { "offer_resume", G_STRUCT_OFFSET (StarlingRehearsePage, offer_resume) },
    { "ready", G_STRUCT_OFFSET (StarlingRehearsePage, ready) },
    { "proposal", G_STRUCT_OFFSET (StarlingRehearsePage, proposal) },
    { "question", G_STRUCT_OFFSET (StarlingRehearsePage, question) },
    { "stage", G_STRUCT_OFFSET (StarlingRehearsePage, stage) },
    { "probe", G_STRUCT_OFFSET (StarlingRehearsePage, probe) },
    { "debrief", G_STRUCT_OFFSET (StarlingRehearsePage, debrief) },
    { "history", G_STRUCT_OFFSET (StarlingRehearsePage, history) },
    { "loop_setup", G_STRUCT_OFFSET (StarlingRehearsePage, loop_setup) },
    { "loop_break", G_STRUCT_OFFSET (StarlingRehearsePage, loop_break) },
    { "loop_debrief", G_STRUCT_OFFSET (StarlingRehearsePage, loop_debrief) },
    { "undo_bar", G_STRUCT_OFFSET (StarlingRehearsePage, undo_bar) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, undo_expired_cb);
}

static void
starling_rehearse_page_class_init (StarlingRehearsePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_rehearse_page_constructed;
  object_class->dispose = starling_rehearse_page_dispose;
  object_class->get_property = starling_rehearse_page_get_property;
  object_class->set_property = starling_rehearse_page_set_property;
  widget_class->focus = starling_rehearse_page_focus;
  widget_class->grab_focus = starling_rehearse_page_grab_focus;
  widget_class->map = starling_rehearse_page_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROMPT]
      = g_param_spec_string ("prompt", NULL, NULL, "cues",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  starling_rehearse_page_install_actions (widget_class);
  starling_rehearse_page_install_bank_actions (widget_class);
  starling_rehearse_page_install_loop_actions (widget_class);
  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_DEBRIEF);
  g_type_ensure (STARLING_TYPE_REHEARSE_HISTORY);
  g_type_ensure (STARLING_TYPE_REHEARSE_LOOP_BREAK);
  g_type_ensure (STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  g_type_ensure (STARLING_TYPE_REHEARSE_LOOP_SETUP);
  g_type_ensure (STARLING_TYPE_REHEARSE_PROBE);
  g_type_ensure (STARLING_TYPE_REHEARSE_PROPOSAL);
  g_type_ensure (STARLING_TYPE_REHEARSE_QUESTION);
  g_type_ensure (STARLING_TYPE_REHEARSE_READY);
  g_type_ensure (STARLING_TYPE_REHEARSE_STAGE);
  g_type_ensure (STARLING_TYPE_REHEARSE_UNDO_BAR);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_page_init (StarlingRehearsePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->prompt = STARLING_PROMPT_CUES;
  starling_rehearse_ready_set_prompt (self->ready, self->prompt);
  starling_rehearse_page_add_keys (self);
}

/**
 * starling_rehearse_page_new:
 * @session: what to rehearse, and where takes go
 *
 * Returns: (transfer floating): the page of the mode Rehearse
 */
GtkWidget *
starling_rehearse_page_new (StarlingSession *session)
{
  return g_object_new (STARLING_TYPE_REHEARSE_PAGE, "session", session, NULL);
}
