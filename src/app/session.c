/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include <string.h>

#define SCOPE_SCENARIO "scenario:"

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_SCOPE,
  PROP_SCENARIO,
  PROP_LENS,
  PROP_ERROR,
  PROP_PLACE,
  PROP_MODE,
  PROP_STUDY_VIEW,
  PROP_LEVEL,
  PROP_WANTED_ANGLE,
  PROP_ANGLE,
  PROP_STAGE,
  N_PROPS,
};

enum
{
  SIGNAL_TOAST,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingSession, starling_session, G_TYPE_OBJECT)

/* The angle that is shown: the wanted one where the scenario offers it. With
 * several scenarios in scope each decides for itself. */
static int
find_angle (StarlingSession *self)
{
  if (self->scenario == NULL)
    return self->wanted_angle;
  return starling_scenario_get_effective_angle (self->scenario,
                                                self->wanted_angle);
}

/* Makes angle and lens fit scenario, level and wanted angle. */
static void
update_lens (StarlingSession *self)
{
  int angle = find_angle (self);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (self->library);

  if (angle != self->angle)
    {
      self->angle = angle;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANGLE]);
    }

  if (self->scenario == NULL && self->lens == NULL)
    return;
  g_clear_pointer (&self->lens, starling_lens_unref);
  if (self->scenario != NULL)
    self->lens = starling_lens_new (catalogue, self->scenario, self->level,
                                    self->wanted_angle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENS]);
}

/* Opens the scope's scenario, if the scope is one. */
static void
update_scenario (StarlingSession *self)
{
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  const char *message;

  if (g_str_has_prefix (self->scope, SCOPE_SCENARIO))
    scenario
        = starling_library_open_scenario (self->library,
                                          self->scope + strlen (SCOPE_SCENARIO),
                                          &error);

  g_object_freeze_notify (G_OBJECT (self));
  message = error == NULL ? NULL : error->message;
  if (g_strcmp0 (message, self->error) != 0)
    {
      g_free (self->error);
      self->error = g_strdup (message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  if (scenario != self->scenario)
    {
      g_clear_pointer (&self->scenario, starling_scenario_unref);
      self->scenario = g_steal_pointer (&scenario);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
      update_lens (self);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
scenarios_changed_cb (StarlingSession *self)
{
  update_scenario (self);
}

static void
starling_session_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  StarlingSession *self = STARLING_SESSION (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SCOPE:
      g_value_set_string (value, self->scope);
      break;
    case PROP_SCENARIO:
      g_value_set_boxed (value, self->scenario);
      break;
    case PROP_LENS:
      g_value_set_boxed (value, self->lens);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_PLACE:
      g_value_set_boxed (value, self->place);
      break;
    case PROP_MODE:
      g_value_set_int (value, (int) self->mode);
      break;
    case PROP_STUDY_VIEW:
      g_value_set_int (value, (int) self->study_view);
      break;
    case PROP_LEVEL:
      g_value_set_int (value, (int) self->level);
      break;
    case PROP_WANTED_ANGLE:
      g_value_set_int (value, self->wanted_angle);
      break;
    case PROP_ANGLE:
      g_value_set_int (value, self->angle);
      break;
    case PROP_STAGE:
      g_value_set_boolean (value, self->stage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_session_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  StarlingSession *self = STARLING_SESSION (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SCOPE:
      starling_session_set_scope (self, g_value_get_string (value));
      break;
    case PROP_MODE:
      starling_session_set_mode (self, (StarlingMode) g_value_get_int (value));
      break;
    case PROP_STUDY_VIEW:
      starling_session_set_study_view (self,
                                       (StarlingStudyView) g_value_get_int (
                                           value));
      break;
    case PROP_LEVEL:
      starling_session_set_level (self,
                                  (StarlingLevel) g_value_get_int (value));
      break;
    case PROP_WANTED_ANGLE:
      starling_session_set_wanted_angle (self, g_value_get_int (value));
      break;
    case PROP_STAGE:
      starling_session_set_stage (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_session_constructed (GObject *object)
{
  StarlingSession *self = STARLING_SESSION (object);

  G_OBJECT_CLASS (starling_session_parent_class)->constructed (object);

  self->agenda = starling_agenda_new (self->library);
  starling_agenda_set_level (self->agenda, self->level);
  g_signal_connect_object (self->library, "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
starling_session_finalize (GObject *object)
{
  StarlingSession *self = STARLING_SESSION (object);

  g_clear_pointer (&self->lens, starling_lens_unref);
  g_clear_pointer (&self->scenario, starling_scenario_unref);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->place, starling_place_free);
  g_clear_object (&self->agenda);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (starling_session_parent_class)->finalize (object);
}

static void
starling_session_class_init (StarlingSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags both
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = starling_session_constructed;
  object_class->finalize = starling_session_finalize;
  object_class->get_property = starling_session_get_property;
  object_class->set_property = starling_session_set_property;

  properties[PROP_LIBRARY]
      = g_param_spec_object ("library", NULL, NULL, STARLING_TYPE_LIBRARY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "", both);
  properties[PROP_SCENARIO] = g_param_spec_boxed ("scenario", NULL, NULL,
                                                  STARLING_TYPE_SCENARIO, read);
  properties[PROP_LENS]
      = g_param_spec_boxed ("lens", NULL, NULL, STARLING_TYPE_LENS, read);
  properties[PROP_ERROR]
      = g_param_spec_string ("error", NULL, NULL, NULL, read);
  properties[PROP_PLACE]
      = g_param_spec_boxed ("place", NULL, NULL, STARLING_TYPE_PLACE, read);
  properties[PROP_MODE]
      = g_param_spec_int ("mode", NULL, NULL, STARLING_MODE_STUDY,
                          STARLING_MODE_QUIZ, STARLING_MODE_STUDY, both);
  properties[PROP_STUDY_VIEW]
      = g_param_spec_int ("study-view", NULL, NULL, STARLING_VIEW_WALKTHROUGH,
                          STARLING_VIEW_FLASHCARDS, STARLING_VIEW_WALKTHROUGH,
                          both);
  properties[PROP_LEVEL]
      = g_param_spec_int ("level", NULL, NULL, STARLING_LEVEL_SDE1,
                          STARLING_LEVEL_SENIOR, STARLING_LEVEL_SDE2, both);
  properties[PROP_WANTED_ANGLE]
      = g_param_spec_int ("wanted-angle", NULL, NULL, STARLING_AS_TOLD,
                          STARLING_MAX_PRINCIPLES - 1, STARLING_AS_TOLD, both);
  properties[PROP_ANGLE]
      = g_param_spec_int ("angle", NULL, NULL, STARLING_AS_TOLD,
                          STARLING_MAX_PRINCIPLES - 1, STARLING_AS_TOLD, read);
  properties[PROP_STAGE]
      = g_param_spec_boolean ("stage", NULL, NULL, FALSE, both);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_TOAST]
      = g_signal_new ("toast", STARLING_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                      G_TYPE_STRING);
}

static void
starling_session_init (StarlingSession *self)
{
  self->scope = g_strdup ("");
  self->level = STARLING_LEVEL_SDE2;
  self->wanted_angle = STARLING_AS_TOLD;
  self->angle = STARLING_AS_TOLD;
}

/**
 * starling_session_new:
 * @library: a loaded library
 *
 * Returns: (transfer full): a session without a scope, in Study, as told
 */
StarlingSession *
starling_session_new (StarlingLibrary *library)
{
  return g_object_new (STARLING_TYPE_SESSION, "library", library, NULL);
}

/**
 * starling_session_get_library:
 * @self: a session
 *
 * Returns: (transfer none): where the scenarios and the progress come from
 */
StarlingLibrary *
starling_session_get_library (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->library;
}

/**
 * starling_session_get_agenda:
 * @self: a session
 *
 * Returns: (transfer none): what there is to study today, at the level of the
 *   lens
 */
StarlingAgenda *
starling_session_get_agenda (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->agenda;
}

/**
 * starling_session_get_scope:
 * @self: a session
 *
 * Returns: (transfer none): `today`, `my-stories`, `principle:ID`,
 *   `scenario:ID`, or an empty string before anything was chosen
 */
const char *
starling_session_get_scope (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->scope;
}

/**
 * starling_session_set_scope:
 * @self: a session
 * @scope: see starling_session_get_scope()
 *
 * Selects what every mode is about; mode and lens stay as they are.
 */
void
starling_session_set_scope (StarlingSession *self, const char *scope)
{
  g_return_if_fail (STARLING_IS_SESSION (self));
  g_return_if_fail (scope != NULL);

  if (strcmp (scope, self->scope) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_free (self->scope);
  self->scope = g_strdup (scope);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  starling_session_set_place (self, NULL);
  update_scenario (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * starling_session_get_scenario:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the scenario that the scope is
 */
StarlingScenario *
starling_session_get_scenario (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->scenario;
}

/**
 * starling_session_get_lens:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the scenario through level and angle
 */
StarlingLens *
starling_session_get_lens (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->lens;
}

/**
 * starling_session_get_error:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why the scope's scenario cannot be
 *   opened
 */
const char *
starling_session_get_error (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  return self->error;
}

/**
 * starling_session_get_mode:
 * @self: a session
 *
 * Returns: the mode on screen
 */
StarlingMode
starling_session_get_mode (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), STARLING_MODE_STUDY);

  return self->mode;
}

/**
 * starling_session_set_mode:
 * @self: a session
 * @mode: a mode
 *
 * Shows another mode; scope and lens stay as they are.
 */
void
starling_session_set_mode (StarlingSession *self, StarlingMode mode)
{
  g_return_if_fail (STARLING_IS_SESSION (self));

  if (mode == self->mode)
    return;
  self->mode = mode;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

/**
 * starling_session_get_study_view:
 * @self: a session
 *
 * Returns: how Study shows its scope
 */
StarlingStudyView
starling_session_get_study_view (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), STARLING_VIEW_WALKTHROUGH);

  return self->study_view;
}

/**
 * starling_session_set_study_view:
 * @self: a session
 * @view: Walkthrough or Flashcards
 *
 * Shows the scope in Study in another way; scope, mode and lens stay as they
 * are.
 */
void
starling_session_set_study_view (StarlingSession *self, StarlingStudyView view)
{
  g_return_if_fail (STARLING_IS_SESSION (self));

  if (view == self->study_view)
    return;
  self->study_view = view;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STUDY_VIEW]);
}

/**
 * starling_session_get_level:
 * @self: a session
 *
 * Returns: the level of the lens
 */
StarlingLevel
starling_session_get_level (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), STARLING_LEVEL_SDE2);

  return self->level;
}

/**
 * starling_session_set_level:
 * @self: a session
 * @level: a level
 *
 * Changes the level of the lens.
 */
void
starling_session_set_level (StarlingSession *self, StarlingLevel level)
{
  g_return_if_fail (STARLING_IS_SESSION (self));
  g_return_if_fail (level < STARLING_N_LEVELS);

  if (level == self->level)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->level = level;
  starling_agenda_set_level (self->agenda, level);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
  update_lens (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * starling_session_get_wanted_angle:
 * @self: a session
 *
 * Returns: the angle chosen last, whether or not the scenario offers it
 */
int
starling_session_get_wanted_angle (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), STARLING_AS_TOLD);

  return self->wanted_angle;
}

/**
 * starling_session_set_wanted_angle:
 * @self: a session
 * @angle: the index of a principle, or %STARLING_AS_TOLD
 *
 * Chooses an angle, which is kept while moving through scenarios.
 */
void
starling_session_set_wanted_angle (StarlingSession *self, int angle)
{
  g_return_if_fail (STARLING_IS_SESSION (self));
  g_return_if_fail (angle >= STARLING_AS_TOLD
                    && angle < STARLING_MAX_PRINCIPLES);

  if (angle == self->wanted_angle)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->wanted_angle = angle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED_ANGLE]);
  update_lens (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * starling_session_get_angle:
 * @self: a session
 *
 * Returns: the effective angle: the wanted one where the scenario offers it,
 *   else %STARLING_AS_TOLD
 */
int
starling_session_get_angle (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), STARLING_AS_TOLD);

  return self->angle;
}

/**
 * starling_session_get_stage:
 * @self: a session
 *
 * Returns: whether a rehearsal is running
 */
gboolean
starling_session_get_stage (StarlingSession *self)
{
  g_return_val_if_fail (STARLING_IS_SESSION (self), FALSE);

  return self->stage;
}

/**
 * starling_session_set_stage:
 * @self: a session
 * @stage: whether a rehearsal is running
 *
 * Lets the frame retract while a story is told.
 */
void
starling_session_set_stage (StarlingSession *self, gboolean stage)
{
  g_return_if_fail (STARLING_IS_SESSION (self));

  if (stage == self->stage)
    return;
  self->stage = stage;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

/**
 * starling_session_toast:
 * @self: a session
 * @message: one line
 * @event_id: (nullable): the event that its Undo button takes back
 *
 * Says something at the bottom of the window for a few seconds.
 */
void
starling_session_toast (StarlingSession *self,
                        const char *message,
                        const char *event_id)
{
  g_return_if_fail (STARLING_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, message, event_id);
}
