/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "appearance-portal.h"

/* The interface: https://flatpak.github.io/xdg-desktop-portal, Settings. */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"
#define KEY "color-scheme"

/* A portal that has to be started may take its time. */
#define TIMEOUT_MS 20000

struct _StarlingAppearancePortal
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *connection;
  guint subscription;
  StarlingScheme scheme;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingAppearancePortal,
                     starling_appearance_portal,
                     G_TYPE_OBJECT)

/* The value comes in one variant by the signal, in two by Read. What is no
 * known scheme is no preference. */
static void
take_value (StarlingAppearancePortal *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);
  StarlingScheme scheme = STARLING_SCHEME_NO_PREFERENCE;

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32)
      && g_variant_get_uint32 (inner) <= STARLING_SCHEME_LIGHT)
    scheme = (StarlingScheme) g_variant_get_uint32 (inner);

  if (scheme == self->scheme)
    return;
  self->scheme = scheme;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setting_changed_cb (GDBusConnection *connection,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer user_data)
{
  g_autoptr (GVariant) value = NULL;
  const char *namespace, *key;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, NAMESPACE) && g_str_equal (key, KEY))
    take_value (STARLING_APPEARANCE_PORTAL (user_data), value);
}

/* Any error means that nobody can tell: no preference. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingAppearancePortal) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                       NULL);

  if (reply == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_variant_get (reply, "(v)", &value);
  take_value (self, value);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingAppearancePortal) self = user_data;
  GDBusConnection *connection = g_bus_get_finish (result, NULL);

  if (connection == NULL)
    return;
  self->connection = connection;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->subscription = g_dbus_connection_signal_subscribe (
      connection, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged", PORTAL_PATH,
      NAMESPACE, G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH,
                          PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", NAMESPACE, KEY),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE,
                          TIMEOUT_MS, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
starling_appearance_portal_finalize (GObject *object)
{
  StarlingAppearancePortal *self = STARLING_APPEARANCE_PORTAL (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (starling_appearance_portal_parent_class)->finalize (object);
}

static void
starling_appearance_portal_class_init (StarlingAppearancePortalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = starling_appearance_portal_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", STARLING_TYPE_APPEARANCE_PORTAL,
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
starling_appearance_portal_init (StarlingAppearancePortal *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * starling_appearance_portal_new:
 *
 * Begins to ask; `changed` is emitted when there is a preference. Release it
 * with starling_appearance_portal_stop().
 *
 * Returns: (transfer full): a listener
 */
StarlingAppearancePortal *
starling_appearance_portal_new (void)
{
  StarlingAppearancePortal *self
      = g_object_new (STARLING_TYPE_APPEARANCE_PORTAL, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, connected_cb,
             g_object_ref (self));
  return self;
}

/**
 * starling_appearance_portal_stop:
 * @self: (transfer full): a listener
 *
 * Stops asking and listening, and lets go of the listener.
 */
void
starling_appearance_portal_stop (StarlingAppearancePortal *self)
{
  g_return_if_fail (STARLING_IS_APPEARANCE_PORTAL (self));

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;
  g_object_unref (self);
}

/**
 * starling_appearance_portal_get_scheme:
 * @self: a listener
 *
 * Returns: what the desktop prefers, as far as is known
 */
StarlingScheme
starling_appearance_portal_get_scheme (StarlingAppearancePortal *self)
{
  g_return_val_if_fail (STARLING_IS_APPEARANCE_PORTAL (self),
                        STARLING_SCHEME_NO_PREFERENCE);

  return self->scheme;
}
