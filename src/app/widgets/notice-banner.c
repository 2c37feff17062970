/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/notice-banner.h"

#include <glib/gi18n.h>

#include "widgets/column.h"
#include "widgets/focus.h"
#include "widgets/pair.h"

#define DETAILS_WIDTH 640
#define DETAILS_HEIGHT 420

struct _StarlingNoticeBanner
{
  GtkWidget parent_instance;

  StarlingLibrary *library;
  GSignalGroup *signals;
  GtkWindow *window; /* weak: the details, while they are open */

  GtkWidget *column;
  GtkLabel *summary;
  GtkWidget *buttons; /* but for the cross */
  GtkWidget *details;
  GtkButton *remedy;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingNoticeBanner,
                     starling_notice_banner,
                     GTK_TYPE_WIDGET)

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Everything that there is to say, one below the other. */
static GtkWidget *
create_details (GPtrArray *notices)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);
      GtkWidget *head = create_text (notice->summary, "strong");

      if (i > 0)
        gtk_widget_set_margin_top (head, 12);
      gtk_box_append (GTK_BOX (box), head);
      if (notice->details != NULL)
        gtk_box_append (GTK_BOX (box),
                        create_text (notice->details, "complaints"));
    }
  g_object_set (box, "margin-top", 18, "margin-bottom", 18, "margin-start", 18,
                "margin-end", 18, NULL);
  return box;
}

static gboolean
close_cb (GtkWidget *window, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/* Escape closes the details. */
static GtkEventController *
create_escape (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_cb, NULL, NULL)));
  return controller;
}

static void
details_cb (StarlingNoticeBanner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *scroller;

  if (self->window != NULL)
    {
      gtk_window_present (self->window);
      return;
    }

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 create_details (starling_library_get_notices (
                                     self->library)));
  g_set_weak_pointer (
      &self->window,
      g_object_new (GTK_TYPE_WINDOW, "title", _ ("What needs your attention"),
                    "titlebar", gtk_header_bar_new (), "transient-for", root,
                    "destroy-with-parent", TRUE, "default-width", DETAILS_WIDTH,
                    "default-height", DETAILS_HEIGHT, "child", scroller, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "starling");
  gtk_widget_add_controller (GTK_WIDGET (self->window), create_escape ());
  gtk_window_present (self->window);
}

/* What had the focus may be gone: it belongs to the page then. GTK would give
 * it to whatever comes first, the search. */
static void
pass_focus (StarlingNoticeBanner *self, gboolean had_focus)
{
  if (had_focus && !starling_focus_is_within (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-page", NULL);
}

static void
dismiss_cb (StarlingNoticeBanner *self)
{
  gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  pass_focus (self, had_focus);
}

/* Errors before what can be helped, before everything else. */
static int
rank (const StarlingNotice *notice)
{
  return notice->is_error ? 2 : notice->remedy != STARLING_REMEDY_NONE ? 1 : 0;
}

static void
update_remedy (StarlingNoticeBanner *self, StarlingRemedy remedy)
{
  static const struct
  {
    const char *label;
    const char *action;
  } buttons[] = {
    [STARLING_REMEDY_MERGE_COPIES] = { N_ ("Merge"), "win.merge-copies" },
    [STARLING_REMEDY_TRY_AGAIN] = { N_ ("Try again"), "win.retry-saving" },
  };

  if (remedy != STARLING_REMEDY_NONE)
    {
      gtk_button_set_label (self->remedy, _ (buttons[remedy].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remedy),
                                      buttons[remedy].action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remedy),
                          remedy != STARLING_REMEDY_NONE);
}

static void
show_notices (StarlingNoticeBanner *self)
{
  GPtrArray *notices = self->library == NULL
                           ? NULL
                           : starling_library_get_notices (self->library);
  const StarlingNotice *first = NULL;
  g_autofree char *text = NULL;

  if (self->window != NULL)
    gtk_window_destroy (self->window);
  if (notices == NULL || notices->len == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      if (first == NULL || rank (notice) > rank (first))
        first = notice;
    }
  text = notices->len == 1
             ? g_strdup (first->summary)
             : g_strdup_printf (ngettext ("%s (and %u more)",
                                          "%s (and %u more)", notices->len - 1),
                                first->summary, notices->len - 1);
  gtk_label_set_text (self->summary, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->details,
                          notices->len > 1 || first->details != NULL);
  update_remedy (self, first->remedy);
  gtk_widget_set_visible (self->buttons, gtk_widget_get_visible (self->details)
                                             || gtk_widget_get_visible (
                                                 GTK_WIDGET (self->remedy)));
  if (first->is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
update (StarlingNoticeBanner *self)
{
  gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self));

  show_notices (self);
  pass_focus (self, had_focus);
}

static void
starling_notice_banner_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_LIBRARY)
    g_value_set_object (value, STARLING_NOTICE_BANNER (object)->library);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_notice_banner_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  StarlingNoticeBanner *self = STARLING_NOTICE_BANNER (object);

  if (prop_id != PROP_LIBRARY)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_set_object (&self->library, g_value_get_object (value));
  g_signal_group_set_target (self->signals, self->library);
  update (self);
}

static void
starling_notice_banner_dispose (GObject *object)
{
  StarlingNoticeBanner *self = STARLING_NOTICE_BANNER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->signals);
  g_clear_object (&self->library);
  g_clear_pointer (&self->column, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_notice_banner_parent_class)->dispose (object);
}

static void
starling_notice_banner_class_init (StarlingNoticeBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_notice_banner_dispose;
  object_class->get_property = starling_notice_banner_get_property;
  object_class->set_property = starling_notice_banner_set_property;

  properties[PROP_LIBRARY]
      = g_param_spec_object ("library", NULL, NULL, STARLING_TYPE_LIBRARY,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/notice-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingNoticeBanner,
                                        column);
  gtk_widget_class_bind_template_child (widget_class, StarlingNoticeBanner,
                                        summary);
  gtk_widget_class_bind_template_child (widget_class, StarlingNoticeBanner,
                                        buttons);
  gtk_widget_class_bind_template_child (widget_class, StarlingNoticeBanner,
                                        details);
  gtk_widget_class_bind_template_child (widget_class, StarlingNoticeBanner,
                                        remedy);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
starling_notice_banner_init (StarlingNoticeBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (STARLING_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->signals, "notices-changed",
                                  G_CALLBACK (update), self);
}
