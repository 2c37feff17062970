/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/quiz/bar.h"
#include "pages/quiz/end.h"
#include "pages/quiz/head.h"
#include "pages/quiz/page.h"
#include "pages/quiz/question.h"
#include "pages/quiz/run.h"
#include "pages/quiz/setup.h"

G_BEGIN_DECLS

/* Shared by the page*.c only. */

struct _StarlingQuizPage
{
  GtkWidget parent_instance;

  GtkWidget *root;
  GtkScrolledWindow *scroller;
  StarlingQuizHead *head;
  GtkLabel *about;
  StarlingQuizSetup *setup;
  StarlingQuizQuestion *question;
  StarlingQuizEnd *end;
  GtkWidget *empty;
  GtkLabel *empty_text;
  StarlingQuizBar *bar;

  StarlingSession *session;
  StarlingQuizRun *run; /* NULL until first shown */
  guint64 seed;         /* 0: from the clock */
  char *reading;        /* (nullable): the scope that a story was read in */

  gboolean arrives; /* shown again, and nobody moved the focus since */

  guint tick_source;
  int left; /* seconds left when last shown; -1: no limit */
};

/* page-follow.c */
guint64 starling_quiz_page_choose_seed (StarlingQuizPage *self);
void starling_quiz_page_start (StarlingQuizPage *self, guint64 seed);
void starling_quiz_page_follow_shown (StarlingQuizPage *self);
void starling_quiz_page_follow (StarlingQuizPage *self);

/* page-views.c */
void starling_quiz_page_update (StarlingQuizPage *self);
void starling_quiz_page_update_actions (StarlingQuizPage *self);
void starling_quiz_page_take_focus (StarlingQuizPage *self);
void starling_quiz_page_go_on (StarlingQuizPage *self);
void starling_quiz_page_tell (StarlingQuizPage *self);

/* page-end.c */
void starling_quiz_page_show_end (StarlingQuizPage *self);
void starling_quiz_page_bind_end (GtkWidgetClass *widget_class);

/* page-clock.c */
gboolean starling_quiz_page_look (StarlingQuizPage *self);
void starling_quiz_page_update_clock (StarlingQuizPage *self);
void starling_quiz_page_stop_clock (StarlingQuizPage *self);

/* page-actions.c */
void starling_quiz_page_choose (StarlingQuizPage *self, guint slot);
void starling_quiz_page_read_place (StarlingQuizPage *self,
                                    const char *scenario,
                                    const char *step,
                                    const char *probe);
void starling_quiz_page_install_actions (GtkWidgetClass *widget_class);
void starling_quiz_page_add_keys (StarlingQuizPage *self);

G_END_DECLS
