/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "appearance.h"

#include "appearance-portal.h"
#include "settings.h"

#define RESOURCES "/io/github/starlingapp/Starling/"

/* 1024ths of a dot per inch, as in gtk-xft-dpi, where the desktop says none */
#define DEFAULT_DPI (96 * 1024)

typedef enum
{
  SHEET_BASE,
  SHEET_DARK,
  SHEET_HIGH_CONTRAST,
  N_SHEETS,
} Sheet;

struct _StarlingAppearance
{
  GObject parent_instance;

  GdkDisplay *display;
  GtkSettings *gtk;
  GSettings *settings;
  StarlingAppearancePortal *portal;
  GtkWidget *probe; /* never shown: to look colours up */
  GtkCssProvider *sheets[N_SHEETS];
  gboolean shown[N_SHEETS];
  gboolean applying;    /* changes of the theme are our own */
  gboolean dark_forced; /* as the next two: whether we wrote the setting */
  gboolean dpi_forced;
  gboolean theme_forced;
};

enum
{
  PROP_0,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingAppearance, starling_appearance, G_TYPE_OBJECT)

/* Relative luminance by the weights of Rec. 709; enough to tell dark paper. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * color->red + 0.7152 * color->green + 0.0722 * color->blue;
}

/* Whatever the theme is called: dark is what has lighter ink than paper. */
static gboolean
is_theme_dark (StarlingAppearance *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->probe);
  GdkRGBA paper, ink;
  gboolean dark;

  if (gtk_style_context_lookup_color (context, "theme_base_color", &paper)
      && gtk_style_context_lookup_color (context, "theme_text_color", &ink))
    return get_luminance (&ink) > get_luminance (&paper);

  g_object_get (self->gtk, "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

/* There is no setting for it: a theme of that kind is known by its name. */
static gboolean
is_theme_high_contrast (StarlingAppearance *self)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;

  g_object_get (self->gtk, "gtk-theme-name", &name, NULL);
  if (forced != NULL && *forced != '\0')
    {
      g_free (name);
      name = g_strdup (forced);
    }
  return name != NULL
         && (g_str_has_prefix (name, "HighContrast")
             || g_str_has_suffix (name, "-hc")
             || g_strstr_len (name, -1, "-hc-") != NULL
             || g_strstr_len (name, -1, "-hc:") != NULL);
}

static void
show_sheet (StarlingAppearance *self, Sheet sheet, gboolean show)
{
  static const char *const resources[N_SHEETS] = {
    RESOURCES "style.css",
    RESOURCES "style-dark.css",
    RESOURCES "style-hc.css",
  };

  if (show == self->shown[sheet])
    return;

  self->shown[sheet] = show;
  if (!show)
    {
      gtk_style_context_remove_provider_for_display (self->display,
                                                     GTK_STYLE_PROVIDER (
                                                         self->sheets[sheet]));
      return;
    }
  if (self->sheets[sheet] == NULL)
    {
      self->sheets[sheet] = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (self->sheets[sheet],
                                           resources[sheet]);
    }
  gtk_style_context_add_provider_for_display (
      self->display, GTK_STYLE_PROVIDER (self->sheets[sheet]),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + (guint) sheet);
}

static void
update_sheets (StarlingAppearance *self)
{
  gboolean dark = is_theme_dark (self);
  gboolean high_contrast = is_theme_high_contrast (self);
  gboolean dark_changed = dark != self->shown[SHEET_DARK];
  gboolean contrast_changed = high_contrast != self->shown[SHEET_HIGH_CONTRAST];

  show_sheet (self, SHEET_BASE, TRUE);
  show_sheet (self, SHEET_DARK, dark);
  show_sheet (self, SHEET_HIGH_CONTRAST, high_contrast);
  if (dark_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
  if (contrast_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/* GTK loads its theme anew at each write, even of the same value. */
static void
prefer_dark (StarlingAppearance *self, gboolean dark)
{
  gboolean now;

  self->dark_forced = TRUE;
  g_object_get (self->gtk, "gtk-application-prefer-dark-theme", &now, NULL);
  if (now != dark)
    g_object_set (self->gtk, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
reset_prefer_dark (StarlingAppearance *self)
{
  if (self->dark_forced)
    gtk_settings_reset_property (self->gtk,
                                 "gtk-application-prefer-dark-theme");
  self->dark_forced = FALSE;
}

/* Where the desktop's theme has no such variant, GTK's own one does. */
static void
force_style (StarlingAppearance *self, gboolean dark)
{
  prefer_dark (self, dark);
  if (is_theme_dark (self) == dark)
    return;

  self->theme_forced = TRUE;
  g_object_set (self->gtk, "gtk-theme-name",
                is_theme_high_contrast (self) ? "Default-hc" : "Default", NULL);
}

static void
apply_style (StarlingAppearance *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");

  self->applying = TRUE;
  if (self->theme_forced)
    gtk_settings_reset_property (self->gtk, "gtk-theme-name");
  self->theme_forced = FALSE;

  if (g_str_equal (style, "light") || g_str_equal (style, "dark"))
    force_style (self, g_str_equal (style, "dark"));
  else
    switch (starling_appearance_portal_get_scheme (self->portal))
      {
      case STARLING_SCHEME_DARK:
      case STARLING_SCHEME_LIGHT:
        prefer_dark (self, starling_appearance_portal_get_scheme (self->portal)
                               == STARLING_SCHEME_DARK);
        break;
      case STARLING_SCHEME_NO_PREFERENCE:
      default:
        reset_prefer_dark (self);
      }
  self->applying = FALSE;
  update_sheets (self);
}

/* All sizes of ours are relative to the font's, which follows the dots per
 * inch. The desktop's own value is read each time: it may have changed. */
static void
apply_text_size (StarlingAppearance *self)
{
  int percent = g_settings_get_int (self->settings, "text-size");
  int dpi;

  if (self->dpi_forced)
    gtk_settings_reset_property (self->gtk, "gtk-xft-dpi");
  self->dpi_forced = percent != 100;
  if (percent == 100)
    return;

  g_object_get (self->gtk, "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = DEFAULT_DPI;
  g_object_set (self->gtk, "gtk-xft-dpi", (int) ((gint64) dpi * percent / 100),
                NULL);
}

static void
theme_changed_cb (StarlingAppearance *self)
{
  if (!self->applying)
    update_sheets (self);
}

/* What we set hides changes of the desktop's value from GtkSettings. */
static void
display_setting_cb (StarlingAppearance *self, const char *name)
{
  if (g_str_equal (name, "gtk-xft-dpi"))
    apply_text_size (self);
  else if (g_str_equal (name, "gtk-theme-name"))
    apply_style (self);
}

static void
starling_appearance_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  StarlingAppearance *self = STARLING_APPEARANCE (object);

  switch (prop_id)
    {
    case PROP_DARK:
      g_value_set_boolean (value, self->shown[SHEET_DARK]);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->shown[SHEET_HIGH_CONTRAST]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_appearance_dispose (GObject *object)
{
  StarlingAppearance *self = STARLING_APPEARANCE (object);

  g_clear_pointer (&self->portal, starling_appearance_portal_stop);
  for (guint i = 0; i < N_SHEETS; i++)
    {
      if (self->display != NULL)
        show_sheet (self, i, FALSE);
      g_clear_object (&self->sheets[i]);
    }
  g_clear_object (&self->probe);
  g_clear_object (&self->display);

  G_OBJECT_CLASS (starling_appearance_parent_class)->dispose (object);
}

static void
starling_appearance_class_init (StarlingAppearanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = starling_appearance_dispose;
  object_class->get_property = starling_appearance_get_property;

  properties[PROP_DARK]
      = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST]
      = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
starling_appearance_init (StarlingAppearance *self)
{
  self->probe = g_object_ref_sink (gtk_label_new (NULL));
}

/**
 * starling_appearance_new:
 * @display: the display to dress
 *
 * Dresses the display, and keeps doing so while it lives. What the desktop
 * prefers arrives later: nothing waits for it.
 *
 * Returns: (transfer full): the appearance
 */
StarlingAppearance *
starling_appearance_new (GdkDisplay *display)
{
  StarlingAppearance *self = g_object_new (STARLING_TYPE_APPEARANCE, NULL);

  self->display = g_object_ref (display);
  self->gtk = gtk_settings_get_for_display (display);
  self->settings = starling_settings_get ();
  self->portal = starling_appearance_portal_new ();

  g_signal_connect_object (self->settings, "changed::style",
                           G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-size",
                           G_CALLBACK (apply_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->portal, "changed", G_CALLBACK (apply_style),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gtk, "notify::gtk-theme-name",
                           G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gtk,
                           "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->display, "setting-changed",
                           G_CALLBACK (display_setting_cb), self,
                           G_CONNECT_SWAPPED);
  apply_style (self);
  apply_text_size (self);
  return self;
}

/**
 * starling_appearance_get_dark:
 * @self: the appearance
 *
 * Returns: whether the theme on screen is dark
 */
gboolean
starling_appearance_get_dark (StarlingAppearance *self)
{
  g_return_val_if_fail (STARLING_IS_APPEARANCE (self), FALSE);

  return self->shown[SHEET_DARK];
}

/**
 * starling_appearance_get_high_contrast:
 * @self: the appearance
 *
 * Returns: whether the theme on screen has high contrast
 */
gboolean
starling_appearance_get_high_contrast (StarlingAppearance *self)
{
  g_return_val_if_fail (STARLING_IS_APPEARANCE (self), FALSE);

  return self->shown[SHEET_HIGH_CONTRAST];
}
