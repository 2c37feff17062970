/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "appearance-portal.h"
#include "appearance.h"
#include "plots.h"
#include "settings.h"
#include "support.h"
#include "widgets/cue-chip.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

static const char portal_xml[]
    = "<node><interface name='" PORTAL_INTERFACE "'>"
      "<method name='Read'><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='v' direction='out'/></method>"
      "<signal name='SettingChanged'><arg type='s'/><arg type='s'/>"
      "<arg type='v'/></signal></interface></node>";

/* A portal on the test's own bus. */
typedef struct
{
  GDBusConnection *connection;
  GVariant *scheme; /* what Read returns, not wrapped; NULL: an error */
  guint n_reads;
  guint owner;
  gboolean owned;
} Portal;

static void
set_style (const char *style)
{
  g_settings_set_string (starling_settings_get (), "style", style);
}

static void
set_theme (const char *name)
{
  if (name == NULL)
    gtk_settings_reset_property (gtk_settings_get_default (), "gtk-theme-name");
  else
    g_object_set (gtk_settings_get_default (), "gtk-theme-name", name, NULL);
}

static gboolean
prefers_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

/* Whether a colour of ours, as it is drawn, is dark. */
static gboolean
is_colour_dark (const char *name)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA color;

  g_assert_true (
      gtk_style_context_lookup_color (gtk_widget_get_style_context (label),
                                      name, &color));
  g_object_unref (label);
  return color.red + color.green + color.blue < 1.5;
}

static void
test_style (void)
{
  static const struct
  {
    const char *style;
    const char *theme;
    gboolean dark;
    gboolean high_contrast;
  } cases[] = {
    { "system", NULL, FALSE, FALSE },
    { "dark", NULL, TRUE, FALSE },
    { "light", NULL, FALSE, FALSE },
    { "dark", "HighContrast", TRUE, TRUE },
    { "light", "HighContrast", FALSE, TRUE },
    { "system", "HighContrast", FALSE, TRUE },
    { "system", "Adwaita-dark", TRUE, FALSE },
    { "light", "Adwaita-dark", FALSE, FALSE },
    { "dark", "Adwaita-dark", TRUE, FALSE },
    { "system", "Default-hc-dark", TRUE, TRUE },
    { "light", "Default-hc-dark", FALSE, TRUE },
    { "system", "Default", FALSE, FALSE },
    { "dark", "no-such-theme", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingAppearance) appearance = NULL;

      g_test_message ("%s over %s", cases[i].style, cases[i].theme);
      set_theme (cases[i].theme);
      set_style (cases[i].style);
      appearance = starling_appearance_new (gdk_display_get_default ());
      g_assert_cmpint (starling_appearance_get_dark (appearance), ==,
                       cases[i].dark);
      g_assert_cmpint (starling_appearance_get_high_contrast (appearance), ==,
                       cases[i].high_contrast);
      g_assert_cmpint (is_colour_dark ("starling_page"), ==, cases[i].dark);
      g_assert_cmpint (is_colour_dark ("starling_ink"), ==, !cases[i].dark);
      set_theme (NULL);
      set_style ("system");
      g_assert_finalize_object (g_steal_pointer (&appearance));
    }
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* The sheets follow while running, and say so once. */
static void
test_style_changes (void)
{
  g_autoptr (StarlingAppearance) appearance
      = starling_appearance_new (gdk_display_get_default ());
  guint n = 0;

  g_signal_connect (appearance, "notify::dark", G_CALLBACK (count_cb), &n);
  set_style ("dark");
  g_assert_true (starling_appearance_get_dark (appearance));
  g_assert_true (prefers_dark ());
  g_assert_cmpuint (n, ==, 1);
  set_style ("dark");
  g_assert_cmpuint (n, ==, 1);
  set_style ("light");
  g_assert_false (is_colour_dark ("starling_page"));
  g_assert_cmpuint (n, ==, 2);

  /* the desktop changes its theme: Light stays light, System follows */
  set_style ("system");
  set_theme ("Adwaita-dark");
  g_assert_true (starling_appearance_get_dark (appearance));
  set_theme ("HighContrast");
  g_assert_false (starling_appearance_get_dark (appearance));
  g_assert_true (starling_appearance_get_high_contrast (appearance));
  set_theme (NULL);
  g_assert_false (starling_appearance_get_high_contrast (appearance));
  g_assert_false (prefers_dark ());
}

static void
test_text_size (void)
{
  static const int percents[] = { 100, 80, 150, 200, 125, 100 };
  g_autoptr (StarlingAppearance) appearance = NULL;
  int base = get_dpi ();

  g_assert_cmpint (base, >, 0);
  appearance = starling_appearance_new (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_settings_set_int (starling_settings_get (), "text-size", percents[i]);
      g_assert_cmpint (get_dpi (), ==, base * percents[i] / 100);

      /* the desktop speaks again: nothing adds up */
      g_signal_emit_by_name (gdk_display_get_default (), "setting-changed",
                             "gtk-xft-dpi");
      g_assert_cmpint (get_dpi (), ==, base * percents[i] / 100);
    }
  g_assert_cmpint (get_dpi (), ==, base);
}

/* Without tints, what was said has an outline as strong as the rest. */
static void
test_outline_of_chips (void)
{
  g_autoptr (StarlingAppearance) appearance = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = starling_cue_chip_new ("I traced");
  GtkWidget *window = NULL;
  g_auto (StarlingTestPainting) painting = { 0 };
  GdkRectangle top = { 0, 0, 0, 2 };

  set_theme ("HighContrast");
  appearance = starling_appearance_new (gdk_display_get_default ());
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), chip);
  window = starling_test_present (box, 200, 100);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  starling_test_run_frames (window, 20);
  starling_test_painting_init (&painting, box);
  top.width = gtk_widget_get_width (box);
  g_assert_cmpuint (starling_test_painting_count (&painting, "starling_edge",
                                                  &top),
                    >, (guint) top.width);
  gtk_window_destroy (GTK_WINDOW (window));
  set_theme (NULL);
}

/* Text grows as much as is asked for. */
static void
test_text_size_of_labels (void)
{
  g_autoptr (StarlingAppearance) appearance
      = starling_appearance_new (gdk_display_get_default ());
  GtkWidget *label = gtk_label_new ("The webhooks that vanished");
  GtkWidget *window = starling_test_present (label, 800, 100);
  int before, after;

  g_assert_false (starling_appearance_get_high_contrast (appearance));
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before,
                      NULL, NULL);
  g_settings_set_int (starling_settings_get (), "text-size", 200);
  starling_test_run_frames (window, 2);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL,
                      NULL);
  g_assert_cmpint (after, >, before * 19 / 10);
  g_assert_cmpint (after, <, before * 21 / 10);
  g_settings_reset (starling_settings_get (), "text-size");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
portal_call_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  Portal *portal = user_data;

  portal->n_reads++;
  if (portal->scheme == NULL)
    g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.portal.Error.NotFound", "none");
  else
    g_dbus_method_invocation_return_value (
        invocation,
        g_variant_new ("(v)", g_variant_new_variant (portal->scheme)));
}

static void
portal_owned_cb (GDBusConnection *connection,
                 const char *name,
                 gpointer user_data)
{
  ((Portal *) user_data)->owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Portal *) data)->owned;
}

static Portal *
portal_new (GVariant *scheme)
{
  static const GDBusInterfaceVTable vtable = { portal_call_cb };
  g_autofree char *address
      = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) info
      = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GError) error = NULL;
  Portal *portal = g_new0 (Portal, 1);

  portal->scheme = scheme != NULL ? g_variant_ref_sink (scheme) : NULL;
  portal->connection = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (portal->connection, PORTAL_PATH,
                                     info->interfaces[0], &vtable, portal, NULL,
                                     &error);
  g_assert_no_error (error);
  portal->owner
      = g_bus_own_name_on_connection (portal->connection, PORTAL_NAME,
                                      G_BUS_NAME_OWNER_FLAGS_REPLACE,
                                      portal_owned_cb, NULL, portal, NULL);
  starling_test_run_until (is_owned, portal);
  return portal;
}

static void
portal_free (Portal *portal)
{
  g_bus_unown_name (portal->owner);
  g_dbus_connection_close_sync (portal->connection, NULL, NULL);
  g_object_unref (portal->connection);
  g_clear_pointer (&portal->scheme, g_variant_unref);
  g_free (portal);
}

static void
portal_emit (Portal *portal, const char *namespace, GVariant *value)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (
      portal->connection, NULL, PORTAL_PATH, PORTAL_INTERFACE, "SettingChanged",
      g_variant_new ("(ssv)", namespace, "color-scheme", value), &error);
  g_assert_no_error (error);
}

static gboolean
is_dark (gpointer appearance)
{
  return starling_appearance_get_dark (appearance);
}

static gboolean
is_light (gpointer appearance)
{
  return !starling_appearance_get_dark (appearance);
}

static void
test_portal (void)
{
  Portal *portal = portal_new (g_variant_new_uint32 (STARLING_SCHEME_DARK));
  g_autoptr (StarlingAppearance) appearance
      = starling_appearance_new (gdk_display_get_default ());

  /* nothing waited for it */
  g_assert_cmpuint (portal->n_reads, ==, 0);
  g_assert_false (starling_appearance_get_dark (appearance));
  starling_test_run_until (is_dark, appearance);
  g_assert_true (prefers_dark ());

  portal_emit (portal, "org.freedesktop.appearance",
               g_variant_new_uint32 (STARLING_SCHEME_LIGHT));
  starling_test_run_until (is_light, appearance);

  /* what does not concern us, then what is dark again */
  portal_emit (portal, "org.example.other",
               g_variant_new_uint32 (STARLING_SCHEME_DARK));
  portal_emit (portal, "org.freedesktop.appearance",
               g_variant_new_string ("1"));
  portal_emit (portal, "org.freedesktop.appearance",
               g_variant_new_uint32 (STARLING_SCHEME_DARK));
  starling_test_run_until (is_dark, appearance);

  /* the user's own choice goes first */
  set_style ("light");
  g_assert_false (starling_appearance_get_dark (appearance));
  set_style ("system");
  g_assert_true (starling_appearance_get_dark (appearance));

  portal_emit (portal, "org.freedesktop.appearance",
               g_variant_new_uint32 (STARLING_SCHEME_NO_PREFERENCE));
  starling_test_run_until (is_light, appearance);
  g_assert_false (prefers_dark ());
  g_assert_finalize_object (g_steal_pointer (&appearance));
  portal_free (portal);
}

static gboolean
was_read (gpointer portal)
{
  return ((Portal *) portal)->n_reads > 0;
}

static void
changed_cb (StarlingAppearancePortal *listener, gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Errors and nonsense are no preference; a signal still counts afterwards. */
static void
test_portal_odd (void)
{
  GVariant *odd[] = {
    NULL,
    g_variant_new_string ("dark"),
    g_variant_new_uint32 (7),
    g_variant_new_uint32 (STARLING_SCHEME_NO_PREFERENCE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      Portal *portal = portal_new (odd[i]);
      StarlingAppearancePortal *listener = starling_appearance_portal_new ();
      gboolean changed = FALSE;

      g_signal_connect (listener, "changed", G_CALLBACK (changed_cb), &changed);
      starling_test_run_until (was_read, portal);
      g_assert_cmpint (starling_appearance_portal_get_scheme (listener), ==,
                       STARLING_SCHEME_NO_PREFERENCE);
      portal_emit (portal, "org.freedesktop.appearance",
                   g_variant_new_uint32 (STARLING_SCHEME_LIGHT));
      starling_test_run_until (is_true, &changed);
      g_assert_cmpint (starling_appearance_portal_get_scheme (listener), ==,
                       STARLING_SCHEME_LIGHT);
      starling_appearance_portal_stop (listener);
      portal_free (portal);
    }
}

int
main (int argc, char *argv[])
{
  g_unsetenv ("GTK_THEME");
  starling_test_init (&argc, &argv);

  g_test_add_func ("/appearance/style", test_style);
  g_test_add_func ("/appearance/style-changes", test_style_changes);
  g_test_add_func ("/appearance/text-size", test_text_size);
  g_test_add_func ("/appearance/text-size-of-labels", test_text_size_of_labels);
  g_test_add_func ("/appearance/outline-of-chips", test_outline_of_chips);
  g_test_add_func ("/appearance/portal", test_portal);
  g_test_add_func ("/appearance/portal-odd", test_portal_odd);

  return g_test_run ();
}
