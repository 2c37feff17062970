/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* What tests of widgets and pages share. */

typedef gboolean (*StarlingTestCondition) (gpointer data);

void starling_test_init (int *argc, char ***argv);
char *starling_test_make_folder (void);
const char *starling_test_get_data_dir (void);
StarlingLibrary *starling_test_library_new (void);
StarlingSession *starling_test_session_new (void);
void starling_test_drop_session (StarlingSession *session);
int starling_test_find_principle (StarlingSession *session, const char *id);

GtkWidget *starling_test_present (GtkWidget *child, int width, int height);
void starling_test_run_until (StarlingTestCondition condition, gpointer data);
void starling_test_run_frames (GtkWidget *widget, guint n_frames);

GtkWidget *starling_test_find (GtkWidget *root, GType type, guint nth);
guint starling_test_count (GtkWidget *root, GType type);
GtkWidget *starling_test_find_label (GtkWidget *root, const char *text);
GtkWidget *
starling_test_find_named (GtkWidget *root, GType type, const char *name);
gboolean
starling_test_press (GtkWidget *widget, guint key, GdkModifierType modifiers);
gboolean starling_test_send_key (GtkWidget *widget,
                                 GtkPropagationPhase phase,
                                 guint key,
                                 GdkModifierType state);
gboolean starling_test_is_shown (GtkWidget *widget, GtkWidget *root);

G_END_DECLS
