/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/history/history.h"

#include "pages/rehearse/history/list.h"
#include "pages/rehearse/history/plots.h"
#include "pages/rehearse/words-history.h"
#include "pages/rehearse/words-take.h"
#include "storage/take-reviews.h"
#include "widgets/column.h"
#include "widgets/focus.h"
#include "widgets/steady-label.h"

#include <glib/gi18n.h>

#define PORTION 20

struct _StarlingRehearseHistory
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *meaning;
  GtkWidget *filters;
  StarlingRehearseHistoryPlots *plots;
  StarlingRehearseHistoryList *list;
  GtkButton *more;
  GtkWidget *empty;
  GtkWidget *back;

  StarlingSession *session;
  StarlingLens *lens;
  gboolean all;   /* lenses */
  guint n_rows;   /* that are shown, if there are as many */
  guint64 serial; /* of the progress that is shown */
};

enum
{
  PROP_0,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingRehearseHistory,
                     starling_rehearse_history,
                     GTK_TYPE_WIDGET)

static const char *
get_angle (const StarlingLens *lens)
{
  if (lens->angle == STARLING_AS_TOLD)
    return NULL;
  return starling_catalogue_get_principle (lens->catalogue, (guint) lens->angle)
      ->id;
}

/* --- showing --- */

static void
show_head (StarlingRehearseHistory *self, GPtrArray *shown, gboolean one_lens)
{
  g_autofree char *lens = starling_rehearse_words_lens (self->lens->catalogue,
                                                        (int) self->lens->level,
                                                        get_angle (self->lens));
  g_autofree char *title
      = one_lens
            ? g_strdup_printf ("%s · %s", self->lens->scenario->title, lens)
            : g_strdup (self->lens->scenario->title);
  g_autofree char *summary = NULL;

  if (shown->len > 0)
    summary = one_lens ? starling_rehearse_words_summary (shown)
                       : starling_rehearse_words_all (shown);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  gtk_label_set_label (
      self->meaning,
      one_lens ? _ ("What the steps were over or short, added up; a step that "
                    "was not told counts in full.")
               : _ ("Their targets differ, so the plots show shares of the "
                    "target."));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), summary != NULL);
}

static void
show_rows (StarlingRehearseHistory *self,
           GPtrArray *all,
           GPtrArray *shown,
           gint64 now)
{
  guint left = shown->len - MIN (shown->len, self->n_rows);
  g_autofree char *more
      = g_strdup_printf (ngettext ("Show %u more", "Show %u more",
                                   MIN (left, PORTION)),
                         MIN (left, PORTION));

  if (!starling_rehearse_history_list_set (self->list, self->lens->catalogue,
                                           all, shown, self->n_rows, now))
    gtk_widget_grab_focus (self->back);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
}

static void
show (StarlingRehearseHistory *self)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  StarlingProgress *progress = starling_library_get_progress (library);
  g_autoptr (GPtrArray) all
      = starling_take_reviews_list (progress, self->lens->catalogue,
                                    self->lens->scenario);
  g_autoptr (GPtrArray) some
      = starling_take_reviews_filter (all, (int) self->lens->level,
                                      get_angle (self->lens));
  gboolean has_others = all->len > some->len;
  gboolean one_lens = !self->all || !has_others;
  GPtrArray *shown = one_lens ? some : all;
  gint64 now = starling_clock_get_utc (starling_library_get_clock (library));

  self->serial = starling_progress_get_serial (progress);
  show_head (self, shown, one_lens);
  gtk_widget_set_visible (self->filters, has_others);
  starling_rehearse_history_plots_set (self->plots, shown, one_lens, now);
  show_rows (self, all, shown, now);
  gtk_widget_set_visible (self->empty, shown->len == 0);
}

/* --- actions --- */

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearseHistory *self = STARLING_REHEARSE_HISTORY (widget);
  StarlingLibrary *library;
  g_autoptr (StarlingEvent) undo = NULL;

  if (self->session == NULL)
    return;
  library = starling_session_get_library (self->session);
  if (!starling_progress_has_event (starling_library_get_progress (library),
                                    g_variant_get_string (parameter, NULL)))
    return;
  undo = starling_event_new (STARLING_EVENT_UNDO);
  undo->of = g_variant_dup_string (parameter, NULL);
  starling_library_record_async (library, undo, NULL, NULL, NULL);
  show (self);
  starling_session_toast (self->session, _ ("Take deleted."), undo->id);
}

static void
more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearseHistory *self = STARLING_REHEARSE_HISTORY (widget);
  guint n = self->n_rows;

  if (self->session == NULL)
    return;
  self->n_rows += PORTION;
  show (self);
  starling_rehearse_history_list_focus_row (self->list, n);
}

static void
set_filter (StarlingRehearseHistory *self, const char *filter)
{
  gboolean all = g_strcmp0 (filter, "all") == 0;

  if (all == self->all)
    return;
  self->all = all;
  self->n_rows = PORTION;
  if (self->session != NULL)
    show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
starling_rehearse_history_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  if (prop_id == PROP_FILTER)
    g_value_set_string (value, STARLING_REHEARSE_HISTORY (object)->all
                                   ? "all"
                                   : "lens");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_rehearse_history_set_property (GObject *object,
                                        guint prop_id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  if (prop_id == PROP_FILTER)
    set_filter (STARLING_REHEARSE_HISTORY (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_rehearse_history_dispose (GObject *object)
{
  StarlingRehearseHistory *self = STARLING_REHEARSE_HISTORY (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lens, starling_lens_unref);

  G_OBJECT_CLASS (starling_rehearse_history_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseHistory, content) },
    { "scrolled", G_STRUCT_OFFSET (StarlingRehearseHistory, scrolled) },
    { "title", G_STRUCT_OFFSET (StarlingRehearseHistory, title) },
    { "summary", G_STRUCT_OFFSET (StarlingRehearseHistory, summary) },
    { "meaning", G_STRUCT_OFFSET (StarlingRehearseHistory, meaning) },
    { "filters", G_STRUCT_OFFSET (StarlingRehearseHistory, filters) },
    { "plots", G_STRUCT_OFFSET (StarlingRehearseHistory, plots) },
    { "list", G_STRUCT_OFFSET (StarlingRehearseHistory, list) },
    { "more", G_STRUCT_OFFSET (StarlingRehearseHistory, more) },
    { "empty", G_STRUCT_OFFSET (StarlingRehearseHistory, empty) },
    { "back", G_STRUCT_OFFSET (StarlingRehearseHistory, back) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_history_class_init (StarlingRehearseHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_rehearse_history_dispose;
  object_class->get_property = starling_rehearse_history_get_property;
  object_class->set_property = starling_rehearse_history_set_property;

  properties[PROP_FILTER]
      = g_param_spec_string ("filter", NULL, NULL, "lens",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "history.delete", "s",
                                   delete_action);
  gtk_widget_class_install_action (widget_class, "history.more", NULL,
                                   more_action);
  gtk_widget_class_install_property_action (widget_class, "history.filter",
                                            "filter");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "rehearse.history-close", NULL);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_HISTORY_LIST);
  g_type_ensure (STARLING_TYPE_REHEARSE_HISTORY_PLOTS);
  g_type_ensure (STARLING_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/history/history.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_history_init (StarlingRehearseHistory *self)
{
  self->n_rows = PORTION;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_rehearse_history_update:
 * @self: a history
 * @session: where takes are, and where it says what was done
 * @lens: what is rehearsed
 *
 * Shows the takes of a scenario as they are now. Costs nothing where nothing
 * changed.
 */
void
starling_rehearse_history_update (StarlingRehearseHistory *self,
                                  StarlingSession *session,
                                  StarlingLens *lens)
{
  guint64 serial;

  g_return_if_fail (STARLING_IS_REHEARSE_HISTORY (self));
  g_return_if_fail (STARLING_IS_SESSION (session));
  g_return_if_fail (lens != NULL);

  serial = starling_progress_get_serial (
      starling_library_get_progress (starling_session_get_library (session)));
  if (self->session == session && self->lens == lens && self->serial == serial)
    return;

  if (self->lens == NULL
      || !g_str_equal (self->lens->scenario->id, lens->scenario->id))
    self->n_rows = PORTION;
  g_set_object (&self->session, session);
  starling_lens_ref (lens);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = lens;
  show (self);
}

/**
 * starling_rehearse_history_take_focus:
 * @self: a history
 *
 * Puts the focus on the take that was opened, once; else on the newest one, or
 * on Back if there is none, and shows the view from its beginning. A focus on a
 * take stays.
 */
void
starling_rehearse_history_take_focus (StarlingRehearseHistory *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_HISTORY (self));

  if (starling_focus_is_within (GTK_WIDGET (self->list))
      || starling_rehearse_history_list_focus_opened (self->list))
    return;
  if (!starling_rehearse_history_list_focus_row (self->list, 0))
    gtk_widget_grab_focus (self->back);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scrolled),
                            0);
}
