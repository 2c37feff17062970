/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agenda.h"

/* Times of day change without events: look again this often, in seconds. */
#define TICK_SECONDS 30

struct _StarlingAgenda
{
  GObject parent_instance;

  StarlingLibrary *library;
  StarlingLevel level;
  StarlingPlanInput input;
  StarlingPlan plan;
  gboolean is_valid;
  guint idle_id;
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_LEVEL,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingAgenda, starling_agenda, G_TYPE_OBJECT)

static void
ensure (StarlingAgenda *self)
{
  if (self->is_valid)
    return;
  self->is_valid = TRUE;
  starling_library_get_plan_input (self->library, (int) self->level,
                                   &self->input);
  starling_plan_make (&self->input, starling_library_get_deck (self->library),
                      &self->plan);
}

static gboolean
changed_cb (gpointer data)
{
  StarlingAgenda *self = data;

  self->idle_id = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* The figures are stale at once; who shows them is told a little later. */
static void
invalidate (StarlingAgenda *self)
{
  self->is_valid = FALSE;
  if (self->idle_id == 0)
    self->idle_id
        = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, changed_cb, self, NULL);
}

/* Whether anything that is shown depends on the time that has passed. */
static gboolean
tick_cb (gpointer data)
{
  StarlingAgenda *self = data;
  gint64 now
      = starling_clock_get_utc (starling_library_get_clock (self->library));
  StarlingPlan before = self->plan;

  if (!self->is_valid)
    return G_SOURCE_CONTINUE;
  if (now >= self->input.tomorrow || now < self->input.now)
    {
      invalidate (self);
      return G_SOURCE_CONTINUE;
    }
  self->is_valid = FALSE;
  ensure (self);
  if (before.n_new != self->plan.n_new
      || before.n_learning != self->plan.n_learning
      || before.n_due != self->plan.n_due
      || before.n_waiting != self->plan.n_waiting)
    invalidate (self);
  return G_SOURCE_CONTINUE;
}

static void
starling_agenda_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  StarlingAgenda *self = STARLING_AGENDA (object);

  if (prop_id == PROP_LIBRARY)
    g_value_set_object (value, self->library);
  else if (prop_id == PROP_LEVEL)
    g_value_set_int (value, (int) self->level);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_agenda_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  StarlingAgenda *self = STARLING_AGENDA (object);

  if (prop_id == PROP_LIBRARY)
    self->library = g_value_dup_object (value);
  else if (prop_id == PROP_LEVEL)
    starling_agenda_set_level (self, (StarlingLevel) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_agenda_constructed (GObject *object)
{
  StarlingAgenda *self = STARLING_AGENDA (object);
  static const char *const names[]
      = { "progress-changed", "scenarios-changed" };

  G_OBJECT_CLASS (starling_agenda_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (self->library, names[i], G_CALLBACK (invalidate),
                             self, G_CONNECT_SWAPPED);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
starling_agenda_dispose (GObject *object)
{
  StarlingAgenda *self = STARLING_AGENDA (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (starling_agenda_parent_class)->dispose (object);
}

static void
starling_agenda_class_init (StarlingAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = starling_agenda_constructed;
  object_class->dispose = starling_agenda_dispose;
  object_class->get_property = starling_agenda_get_property;
  object_class->set_property = starling_agenda_set_property;

  properties[PROP_LIBRARY]
      = g_param_spec_object ("library", NULL, NULL, STARLING_TYPE_LIBRARY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEVEL]
      = g_param_spec_int ("level", NULL, NULL, STARLING_LEVEL_SDE1,
                          STARLING_LEVEL_SENIOR, STARLING_LEVEL_SDE2,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                              | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", STARLING_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
starling_agenda_init (StarlingAgenda *self)
{
  self->level = STARLING_LEVEL_SDE2;
}

/**
 * starling_agenda_new:
 * @library: a library
 *
 * Returns: (transfer full): the agenda of @library, at SDE 2
 */
StarlingAgenda *
starling_agenda_new (StarlingLibrary *library)
{
  return g_object_new (STARLING_TYPE_AGENDA, "library", library, NULL);
}

/**
 * starling_agenda_get_plan:
 * @self: an agenda
 *
 * Returns: (transfer none): today's plan; valid until the main loop runs
 */
const StarlingPlan *
starling_agenda_get_plan (StarlingAgenda *self)
{
  g_return_val_if_fail (STARLING_IS_AGENDA (self), NULL);

  ensure (self);
  return &self->plan;
}

/**
 * starling_agenda_get_input:
 * @self: an agenda
 *
 * Returns: (transfer none): what the plan was made from; valid until the main
 *   loop runs
 */
const StarlingPlanInput *
starling_agenda_get_input (StarlingAgenda *self)
{
  g_return_val_if_fail (STARLING_IS_AGENDA (self), NULL);

  ensure (self);
  return &self->input;
}

/**
 * starling_agenda_count:
 * @self: an agenda
 *
 * Returns: how many cards there are to study today, of every kind
 */
guint
starling_agenda_count (StarlingAgenda *self)
{
  const StarlingPlan *plan = starling_agenda_get_plan (self);

  g_return_val_if_fail (plan != NULL, 0);

  return plan->n_new + plan->n_learning + plan->n_due;
}

/**
 * starling_agenda_set_level:
 * @self: an agenda
 * @level: the level of the lens: a step without text at it makes no card
 *
 * Looks at another level.
 */
void
starling_agenda_set_level (StarlingAgenda *self, StarlingLevel level)
{
  g_return_if_fail (STARLING_IS_AGENDA (self));

  if (level == self->level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
  invalidate (self);
}

/**
 * starling_agenda_refresh:
 * @self: an agenda
 *
 * Looks at the clock now, rather than within half a minute.
 */
void
starling_agenda_refresh (StarlingAgenda *self)
{
  g_return_if_fail (STARLING_IS_AGENDA (self));

  invalidate (self);
}
