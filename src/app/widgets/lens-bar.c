/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/lens-bar.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "widgets/column.h"
#include "widgets/labels.h"
#include "widgets/steady-label.h"
#include "widgets/wrap-box.h"

#define ANGLE_CHARS 20

struct _StarlingLensBar
{
  GtkWidget parent_instance;

  StarlingSession *session;
  GSignalGroup *signals;
  gboolean narrow;
  int last_angle; /* the angle chosen last that was one */

  GtkWidget *wide;
  GtkWidget *levels;
  GtkWidget *angles;
  GtkMenuButton *more_angles;
  GtkWidget *narrow_column;
  GtkMenuButton *lens_button;
  GtkLabel *lens_label;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingLensBar, starling_lens_bar, GTK_TYPE_WIDGET)

static void
close_popover_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* A toggle of one of the groups. Where it stands in a popover, @max_chars is
 * 0, and choosing closes it. */
static GtkWidget *
create_toggle (const char *name,
               const char *action,
               const char *target,
               int max_chars)
{
  GtkWidget *toggle
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "focus-on-click", FALSE, NULL);

  if (max_chars == 0)
    {
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (toggle), label);
      g_signal_connect (toggle, "clicked", G_CALLBACK (close_popover_cb), NULL);
    }
  else
    {
      gtk_button_set_child (GTK_BUTTON (toggle),
                            starling_steady_label_new (name, max_chars));
      if (max_chars > 0 && g_utf8_strlen (name, -1) > max_chars)
        gtk_widget_set_tooltip_text (toggle, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), action);
  return toggle;
}

static void
remove_all (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
append_levels (GtkWidget *box, int max_chars)
{
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    gtk_box_append (GTK_BOX (box),
                    create_toggle (starling_level_get_name ((StarlingLevel) i),
                                   "win.level",
                                   starling_level_to_id ((StarlingLevel) i),
                                   max_chars));
}

static void
append_angle (StarlingLensBar *self, GtkWidget *box, int angle, int max_chars)
{
  const StarlingPrinciple *principle;

  if (angle == STARLING_AS_TOLD)
    {
      gtk_box_append (GTK_BOX (box), create_toggle (_ ("As told"), "win.angle",
                                                    "", max_chars));
      return;
    }
  principle
      = starling_catalogue_get_principle (starling_library_get_catalogue (
                                              starling_session_get_library (
                                                  self->session)),
                                          (guint) angle);
  gtk_box_append (GTK_BOX (box), create_toggle (principle->name, "win.angle",
                                                principle->id, max_chars));
}

/* As told, and what the scenario offers; with several scenarios in scope, the
 * angle chosen last. */
static void
append_angles (StarlingLensBar *self, GtkWidget *box, int max_chars)
{
  StarlingScenario *scenario = starling_session_get_scenario (self->session);

  append_angle (self, box, STARLING_AS_TOLD, max_chars);
  if (scenario == NULL)
    {
      if (self->last_angle != STARLING_AS_TOLD)
        append_angle (self, box, self->last_angle, max_chars);
      return;
    }
  for (guint i = 0; i < scenario->angles->len; i++)
    {
      const StarlingAngle *angle = g_ptr_array_index (scenario->angles, i);

      append_angle (self, box, angle->principle, max_chars);
    }
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  return label;
}

static GtkWidget *
create_list (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "segmented");
  gtk_widget_add_css_class (box, "list");
  return box;
}

static void
append_all_principles (StarlingLensBar *self, GtkWidget *box)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (
      starling_session_get_library (self->session));

  append_angle (self, box, STARLING_AS_TOLD, 0);
  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    append_angle (self, box, (int) i, 0);
}

static GtkWidget *
create_popover (GtkWidget *content, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  g_object_set (scroller, "child", content, "hscrollbar-policy",
                GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 420, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  starling_accessible_name_popover (GTK_POPOVER (popover), name);
  return popover;
}

/* Fills the popover of all principles when it is opened. */
static void
more_angles_cb (GtkMenuButton *button, gpointer user_data)
{
  StarlingLensBar *self = STARLING_LENS_BAR (user_data);
  GtkWidget *list = create_list ();

  append_all_principles (self, list);
  gtk_menu_button_set_popover (button, create_popover (list, _ ("Angle")));
}

/* Fills the popover of the one button when it is opened. */
static void
lens_button_cb (GtkMenuButton *button, gpointer user_data)
{
  StarlingLensBar *self = STARLING_LENS_BAR (user_data);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *levels = create_list ();
  GtkWidget *angles = create_list ();

  append_levels (levels, 0);
  if (starling_session_get_scenario (self->session) == NULL)
    append_all_principles (self, angles);
  else
    append_angles (self, angles, 0);
  gtk_box_append (GTK_BOX (content), create_caption (_ ("Level")));
  gtk_box_append (GTK_BOX (content), levels);
  gtk_box_append (GTK_BOX (content), create_caption (_ ("Angle")));
  gtk_box_append (GTK_BOX (content), angles);
  gtk_menu_button_set_popover (button, create_popover (content, _ ("Lens")));
}

/* "Senior SDE · Dive Deep", the angle bold. */
static void
update_lens_label (StarlingLensBar *self)
{
  int angle = starling_session_get_angle (self->session);
  const char *level
      = starling_level_get_name (starling_session_get_level (self->session));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  g_autofree char *lead = g_strdup_printf ("%s · ", level);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  const char *angle_name = _ ("As told");

  if (angle != STARLING_AS_TOLD)
    angle_name
        = starling_catalogue_get_principle (starling_library_get_catalogue (
                                                starling_session_get_library (
                                                    self->session)),
                                            (guint) angle)
              ->name;
  text = g_strconcat (lead, angle_name, NULL);
  bold->start_index = (guint) strlen (lead);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (self->lens_label, text);
  gtk_label_set_attributes (self->lens_label, attributes);
  name = g_strdup_printf (_ ("Lens: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lens_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Puts the focus back on the angle that is on, after all were made anew. */
static void
focus_angle (StarlingLensBar *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->angles);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      gtk_widget_grab_focus (child);
}

static void
update_angles (StarlingLensBar *self)
{
  int wanted = starling_session_get_wanted_angle (self->session);
  gboolean had_focus = (gtk_widget_get_state_flags (self->angles)
                        & GTK_STATE_FLAG_FOCUS_WITHIN)
                       != 0;

  if (wanted != STARLING_AS_TOLD)
    self->last_angle = wanted;
  remove_all (self->angles);
  append_angles (self, self->angles, ANGLE_CHARS);
  if (had_focus)
    focus_angle (self);
  gtk_widget_set_visible (GTK_WIDGET (self->more_angles),
                          starling_session_get_scenario (self->session)
                              == NULL);
  update_lens_label (self);
}

static void
wanted_angle_cb (StarlingLensBar *self)
{
  int wanted = starling_session_get_wanted_angle (self->session);

  if (wanted == STARLING_AS_TOLD || wanted == self->last_angle)
    return;
  self->last_angle = wanted;
  if (starling_session_get_scenario (self->session) == NULL)
    update_angles (self);
}

static void
starling_lens_bar_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  StarlingLensBar *self = STARLING_LENS_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_lens_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  StarlingLensBar *self = STARLING_LENS_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      g_signal_group_set_target (self->signals, self->session);
      if (self->session != NULL)
        update_angles (self);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_widget_set_visible (self->wide, !self->narrow);
      gtk_widget_set_visible (self->narrow_column, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_lens_bar_dispose (GObject *object)
{
  StarlingLensBar *self = STARLING_LENS_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow_column, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_lens_bar_parent_class)->dispose (object);
}

static void
starling_lens_bar_class_init (StarlingLensBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = starling_lens_bar_dispose;
  object_class->get_property = starling_lens_bar_get_property;
  object_class->set_property = starling_lens_bar_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL,
                                                  STARLING_TYPE_SESSION, flags);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/lens-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar, wide);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar, levels);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar, angles);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar,
                                        more_angles);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar,
                                        narrow_column);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar,
                                        lens_button);
  gtk_widget_class_bind_template_child (widget_class, StarlingLensBar,
                                        lens_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_lens_bar_init (StarlingLensBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->last_angle = STARLING_AS_TOLD;
  append_levels (self->levels, -1);
  /* the button would centre its content instead of letting it fill */
  gtk_widget_set_halign (gtk_widget_get_parent (
                             gtk_menu_button_get_child (self->lens_button)),
                         GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (self->more_angles, more_angles_cb,
                                         self, NULL);
  gtk_menu_button_set_create_popup_func (self->lens_button, lens_button_cb,
                                         self, NULL);

  self->signals = g_signal_group_new (STARLING_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::scenario",
                                  G_CALLBACK (update_angles), self);
  g_signal_group_connect_swapped (self->signals, "notify::wanted-angle",
                                  G_CALLBACK (wanted_angle_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::angle",
                                  G_CALLBACK (update_lens_label), self);
  g_signal_group_connect_swapped (self->signals, "notify::level",
                                  G_CALLBACK (update_lens_label), self);
}
