/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/sidebar.h"
#include "widgets/split.h"
#include "widgets/toast.h"
#include "window.h"

G_BEGIN_DECLS

struct _StarlingWindow
{
  GtkApplicationWindow parent_instance;

  StarlingSession *session;
  GSettings *settings;
  GtkWidget *pages[3];          /* by mode; NULL until first shown */
  GtkWidget *progress;          /* the page; NULL until first shown */
  GtkOverlay *progress_overlay; /* holds it */
  guint draft_id;

  /* window-close.c */
  gboolean closing;       /* as soon as all is saved */
  gboolean closes_anyway; /* without asking */
  guint patience_id;
  GtkWindow *close_dialog; /* weak: the question, while it is open */

  GtkBox *outer;
  StarlingSplit *split;
  StarlingSidebar *sidebar;
  GtkWidget *content;
  GtkWidget *start_controls;
  GtkLabel *scope_title;
  GtkWidget *mode_switcher;
  GtkWidget *mode_bar;
  GtkRevealer *lens_revealer;
  GtkMenuButton *menu_button;
  GtkWidget *lens_bar;
  GtkWidget *banner;
  GtkOverlay *modes_overlay;
  GtkStack *modes;
  StarlingToast *toast;
};

/* window.c */
void starling_window_focus_page (StarlingWindow *self);

/* window-actions.c */
const char *starling_window_mode_to_id (StarlingMode mode);
gboolean starling_window_mode_from_id (const char *id, StarlingMode *mode);
const char *starling_window_angle_to_id (StarlingWindow *self, int angle);
void starling_window_install_actions (GtkWidgetClass *widget_class);
void starling_window_add_lens_actions (StarlingWindow *self);

/* window-outer.c */
void starling_window_show_practice (StarlingWindow *self);
gboolean starling_window_is_practice (StarlingWindow *self);
void starling_window_toggle_progress (StarlingWindow *self);

/* window-close.c */
void starling_window_ask_to_close (StarlingWindow *self);
gboolean starling_window_may_close (StarlingWindow *self);
void starling_window_watch_saving (StarlingWindow *self);
void starling_window_install_saving_actions (GtkWidgetClass *widget_class);

/* window-data.c */
void starling_window_install_data_actions (GtkWidgetClass *widget_class);
void starling_window_watch_data (StarlingWindow *self);
void starling_window_update_forget (StarlingWindow *self);

/* window-state.c */
void starling_window_restore (StarlingWindow *self);
void starling_window_remember (StarlingWindow *self);

G_END_DECLS
