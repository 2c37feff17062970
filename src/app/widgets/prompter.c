/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/prompter.h"

#include "base/text.h"
#include "widgets/prompter-text.h"

struct _StarlingPrompter
{
  GtkWidget parent_instance;

  GtkWidget *content;
  StarlingPrompterText *text;
  GtkWidget *reading; /* all but `empty` */
  GtkWidget *empty;

  StarlingLens *lens; /* (nullable): as long as nothing is shown */
  StarlingStepId step;
  GArray *words; /* (element-type guint), of each passage */
  int rate;
  int nudges[STARLING_N_STEPS];      /* words */
  gint64 spent_ms[STARLING_N_STEPS]; /* when last told */
};

enum
{
  PROP_0,
  PROP_RATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingPrompter, starling_prompter, GTK_TYPE_WIDGET)

static const guint *
get_words (StarlingPrompter *self)
{
  return (const guint *) (gpointer) self->words->data;
}

static int
nudge_by (StarlingPrompter *self, int n_by)
{
  return starling_prompter_nudge_by (get_words (self), self->words->len,
                                     self->rate, self->spent_ms[self->step],
                                     self->nudges[self->step], n_by);
}

static void
update (StarlingPrompter *self)
{
  StarlingPrompterPlace place;

  starling_prompter_place_init (&place, get_words (self), self->words->len,
                                self->rate, self->spent_ms[self->step],
                                self->nudges[self->step]);
  starling_prompter_text_set_place (self->text, &place,
                                    self->spent_ms[self->step]);
}

static void
back_clicked_cb (StarlingPrompter *self)
{
  starling_prompter_nudge (self, -1);
}

static void
on_clicked_cb (StarlingPrompter *self)
{
  starling_prompter_nudge (self, 1);
}

static void
starling_prompter_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_RATE)
    g_value_set_int (value, STARLING_PROMPTER (object)->rate);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_prompter_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  StarlingPrompter *self = STARLING_PROMPTER (object);

  if (prop_id == PROP_RATE)
    {
      self->rate = g_value_get_int (value);
      update (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_prompter_dispose (GObject *object)
{
  StarlingPrompter *self = STARLING_PROMPTER (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->lens, starling_lens_unref);

  G_OBJECT_CLASS (starling_prompter_parent_class)->dispose (object);
}

static void
starling_prompter_finalize (GObject *object)
{
  g_array_unref (STARLING_PROMPTER (object)->words);

  G_OBJECT_CLASS (starling_prompter_parent_class)->finalize (object);
}

static void
starling_prompter_class_init (StarlingPrompterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_prompter_dispose;
  object_class->finalize = starling_prompter_finalize;
  object_class->get_property = starling_prompter_get_property;
  object_class->set_property = starling_prompter_set_property;

  properties[PROP_RATE]
      = g_param_spec_int ("rate", NULL, NULL, 1, G_MAXINT, 150,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_PROMPTER_TEXT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/prompter.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingPrompter,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingPrompter, text);
  gtk_widget_class_bind_template_child (widget_class, StarlingPrompter,
                                        reading);
  gtk_widget_class_bind_template_child (widget_class, StarlingPrompter, empty);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "prompter");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_prompter_init (StarlingPrompter *self)
{
  self->rate = 150;
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_prompter_new:
 *
 * Returns: (transfer floating): a prompter without a text
 */
GtkWidget *
starling_prompter_new (void)
{
  return g_object_new (STARLING_TYPE_PROMPTER, NULL);
}

static void
set_lens (StarlingPrompter *self, StarlingLens *lens)
{
  starling_lens_ref (lens);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = lens;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      self->nudges[i] = 0;
      self->spent_ms[i] = 0;
    }
}

/**
 * starling_prompter_set_step:
 * @self: a prompter
 * @lens: what is told
 * @step: the step being told
 *
 * Shows the text of a step. Its time is that which it had when it was shown
 * last, until starling_prompter_set_spent(). With another lens, all nudges are
 * forgotten.
 */
void
starling_prompter_set_step (StarlingPrompter *self,
                            StarlingLens *lens,
                            StarlingStepId step)
{
  const StarlingLensStep *shown;
  guint n_words = 0;

  g_return_if_fail (STARLING_IS_PROMPTER (self));

  if (self->lens == lens && self->step == step)
    return;
  if (self->lens != lens)
    set_lens (self, lens);
  self->step = step;
  shown = &lens->steps[step];
  g_array_set_size (self->words, 0);
  for (guint i = 0; i < shown->n_passages; i++)
    {
      guint n = starling_text_count_words (shown->passages[i].passage->text);

      g_array_append_val (self->words, n);
      n_words += n;
    }
  starling_prompter_text_set_step (self->text, shown);
  gtk_widget_set_visible (self->reading, n_words > 0);
  gtk_widget_set_visible (self->empty, n_words == 0);
  update (self);
}

/**
 * starling_prompter_set_spent:
 * @self: a prompter
 * @spent_ms: milliseconds spent on the step so far
 *
 * Goes on to where that leads. Where it is less than before, the step has
 * begun anew, and is nudged no more.
 */
void
starling_prompter_set_spent (StarlingPrompter *self, gint64 spent_ms)
{
  g_return_if_fail (STARLING_IS_PROMPTER (self));

  if (spent_ms < self->spent_ms[self->step])
    {
      self->nudges[self->step] = 0;
      starling_prompter_text_let_go (self->text);
    }
  self->spent_ms[self->step] = spent_ms;
  update (self);
}

/**
 * starling_prompter_nudge:
 * @self: a prompter
 * @n_by: how many sentences to go on; negative: back
 *
 * Goes to the beginning of another sentence, and on from there.
 */
void
starling_prompter_nudge (StarlingPrompter *self, int n_by)
{
  g_return_if_fail (STARLING_IS_PROMPTER (self));

  self->nudges[self->step] = nudge_by (self, n_by);
  starling_prompter_text_let_go (self->text);
  update (self);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  StarlingPrompter *self = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || GTK_IS_EDITABLE (focus)
      || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  starling_prompter_nudge (self, g_variant_get_int32 (arguments));
  return TRUE;
}

/**
 * starling_prompter_add_keys:
 * @self: a prompter
 * @widget: an ancestor
 *
 * Lets Up and Down nudge by a sentence wherever the focus is in @widget, but in
 * a text entry, as long as the prompter is on screen.
 */
void
starling_prompter_add_keys (StarlingPrompter *self, GtkWidget *widget)
{
  static const struct
  {
    guint key;
    int n_by;
  } keys[] = {
    { GDK_KEY_Up, -1 },
    { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Down, 1 },
    { GDK_KEY_KP_Down, 1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                              gtk_callback_action_new (key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].n_by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (
                                                controller),
                                            shortcut);
    }
  gtk_widget_add_controller (widget, controller);
}
