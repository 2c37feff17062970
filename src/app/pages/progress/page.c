/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/page.h"

#include "accessible.h"
#include "pages/progress/body.h"
#include "pages/progress/print.h"
#include "pages/progress/tables.h"
#include "transient.h"
#include "widgets/column.h"
#include "widgets/notice-banner.h"
#include "widgets/week.h"

#include <glib/gi18n.h>

#define NARROW 700      /* px */
#define NARROW_CHARS 80 /* of the font: larger texts need more room */
#define LEAST_WIDTH 340

struct _StarlingProgressPage
{
  GtkWidget parent_instance;

  StarlingSession *session;
  StarlingOverview *overview;
  gboolean is_stale;
  gboolean narrow;
  guint narrow_id;

  GtkWidget *content;
  GtkWidget *back;
  GtkMenuButton *menu_button;
  GtkWidget *banner;
  GtkWidget *scroller;
  GtkWidget *empty;
  StarlingProgressBody *body;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MENU_MODEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingProgressPage,
                     starling_progress_page,
                     GTK_TYPE_WIDGET)

/* --- the content --- */

static StarlingOverview *
make_overview (StarlingProgressPage *self)
{
  return starling_library_make_overview (
      starling_session_get_library (self->session),
      starling_session_get_level (self->session), starling_week_get_start ());
}

static void
renew_overview (StarlingProgressPage *self)
{
  g_clear_pointer (&self->overview, starling_overview_free);
  self->overview = make_overview (self);
  self->is_stale = FALSE;
}

static void
update (StarlingProgressPage *self)
{
  gboolean empty;

  if (self->overview != NULL && !self->is_stale)
    return;
  renew_overview (self);
  empty = starling_overview_is_empty (self->overview);
  gtk_widget_set_visible (self->scroller, !empty);
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.print", !empty);
  starling_progress_body_set (self->body, self->overview);
}

static void
changed_cb (StarlingProgressPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
starling_progress_page_map (GtkWidget *widget)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);

  update (self);
  GTK_WIDGET_CLASS (starling_progress_page_parent_class)->map (widget);
}

static gboolean
starling_progress_page_grab_focus (GtkWidget *widget)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);

  update (self);
  if (gtk_widget_get_visible (self->empty))
    return gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/* Tab comes to all that there is, one after the other. GTK would grab the
 * focus where Tab comes in, and again where it leads out. */
static gboolean
starling_progress_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (STARLING_PROGRESS_PAGE (widget)->content,
                                 direction);
}

/* --- actions --- */

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);
  g_autofree char *text = NULL;

  update (self);
  text = starling_progress_format_csv (
      self->overview, (StarlingProgressTable) g_variant_get_int32 (value));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_error (StarlingProgressPage *self, const GError *error)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIALOG_MODAL,
      GTK_MESSAGE_ERROR, GTK_BUTTONS_NONE, "%s", _ ("It was not printed"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            error->message);
  starling_transient_add_button (dialog, _ ("Close"), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The dialog of the desktop saves as PDF too. The page goes on to be used
 * meanwhile, so what is printed is made anew. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation
      = starling_progress_print_new (make_overview (self));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), &error);
  if (error != NULL)
    show_error (self, error);
}

/* --- width --- */

static gboolean
is_narrow (StarlingProgressPage *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return width < MAX (NARROW, PANGO_PIXELS (NARROW_CHARS * character));
}

static void
set_narrow (StarlingProgressPage *self, gboolean narrow)
{
  self->narrow = narrow;
  starling_progress_body_set_narrow (self->body, narrow);
}

static gboolean
narrow_cb (gpointer user_data)
{
  StarlingProgressPage *self = user_data;

  self->narrow_id = 0;
  set_narrow (self, is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self))));
  return G_SOURCE_REMOVE;
}

/* It needs less as soon as it is narrow, and must not keep the window from
 * getting there. */
static void
starling_progress_page_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);
  int least;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      natural, NULL, NULL);
  *minimum = self->narrow ? least : MIN (least, LEAST_WIDTH);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->content, orientation,
                        for_size < 0 ? -1 : MAX (for_size, least), minimum,
                        natural, NULL, NULL);
}

static void
starling_progress_page_size_allocate (GtkWidget *widget,
                                      int width,
                                      int height,
                                      int baseline)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (widget);
  int least;

  if (is_narrow (self, width) != self->narrow && self->narrow_id == 0)
    self->narrow_id
        = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, narrow_cb, self, NULL);
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->content, &(GtkAllocation){ 0, 0, MAX (width, least), height }, -1);
}

static GtkSizeRequestMode
starling_progress_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- the object --- */

static void
starling_progress_page_constructed (GObject *object)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (object);

  G_OBJECT_CLASS (starling_progress_page_parent_class)->constructed (object);

  g_object_set (self->banner, "library",
                starling_session_get_library (self->session), NULL);
  g_signal_connect_object (starling_session_get_agenda (self->session),
                           "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::level",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
starling_progress_page_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (prop_id == PROP_MENU_MODEL)
    g_value_set_object (value,
                        gtk_menu_button_get_menu_model (self->menu_button));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_progress_page_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (object);

  if (prop_id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else if (prop_id == PROP_MENU_MODEL)
    {
      gtk_menu_button_set_menu_model (self->menu_button,
                                      g_value_get_object (value));
      if (gtk_menu_button_get_popover (self->menu_button) != NULL)
        starling_accessible_name_popover (gtk_menu_button_get_popover (
                                              self->menu_button),
                                          _ ("Menu"));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_progress_page_dispose (GObject *object)
{
  StarlingProgressPage *self = STARLING_PROGRESS_PAGE (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->overview, starling_overview_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_progress_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        back);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        menu_button);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        banner);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        empty);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressPage,
                                        body);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL]
      = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
starling_progress_page_class_init (StarlingProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_progress_page_constructed;
  object_class->dispose = starling_progress_page_dispose;
  object_class->get_property = starling_progress_page_get_property;
  object_class->set_property = starling_progress_page_set_property;
  widget_class->map = starling_progress_page_map;
  widget_class->focus = starling_progress_page_focus;
  widget_class->grab_focus = starling_progress_page_grab_focus;
  widget_class->measure = starling_progress_page_measure;
  widget_class->size_allocate = starling_progress_page_size_allocate;
  widget_class->get_request_mode = starling_progress_page_get_request_mode;
  install_properties (object_class);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_NOTICE_BANNER);
  g_type_ensure (STARLING_TYPE_PROGRESS_BODY);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/progress/page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "progress.copy", "i", copy_cb);
  gtk_widget_class_install_action (widget_class, "progress.print", NULL,
                                   print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p,
                                       GDK_CONTROL_MASK, "progress.print",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_progress_page_init (StarlingProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"),
                                  -1);
}

/**
 * starling_progress_page_new:
 * @session: a session
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
starling_progress_page_new (StarlingSession *session)
{
  return g_object_new (STARLING_TYPE_PROGRESS_PAGE, "session", session, NULL);
}

/**
 * starling_progress_page_get_overview:
 * @self: the page
 *
 * Returns: (transfer none): where the user stands; valid until the main loop
 *   runs
 */
const StarlingOverview *
starling_progress_page_get_overview (StarlingProgressPage *self)
{
  g_return_val_if_fail (STARLING_IS_PROGRESS_PAGE (self), NULL);

  update (self);
  return self->overview;
}
