/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/bank/question.h"
#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/history/history.h"
#include "pages/rehearse/loop/break.h"
#include "pages/rehearse/loop/debrief.h"
#include "pages/rehearse/loop/setup.h"
#include "pages/rehearse/page.h"
#include "pages/rehearse/probe.h"
#include "pages/rehearse/proposal.h"
#include "pages/rehearse/ready.h"
#include "pages/rehearse/run.h"
#include "pages/rehearse/stage.h"
#include "pages/rehearse/undo-bar.h"

G_BEGIN_DECLS

/* Shared by the rehearse-page*.c only. */

typedef enum
{
  STARLING_REHEARSE_VIEW_NONE,
  STARLING_REHEARSE_VIEW_READY,
  STARLING_REHEARSE_VIEW_PROPOSAL,
  STARLING_REHEARSE_VIEW_STAGE,
  STARLING_REHEARSE_VIEW_PROBE,
  STARLING_REHEARSE_VIEW_DEBRIEF,
  STARLING_REHEARSE_VIEW_HISTORY,
  STARLING_REHEARSE_VIEW_TAKE,
  STARLING_REHEARSE_VIEW_LOOP_SETUP,
  STARLING_REHEARSE_VIEW_LOOP_BREAK,
  STARLING_REHEARSE_VIEW_LOOP_DEBRIEF,
  STARLING_REHEARSE_VIEW_QUESTION,
  STARLING_REHEARSE_N_VIEWS,
} StarlingRehearseView;

/* Where the user has gone from what the scope says. */
typedef enum
{
  STARLING_REHEARSE_PLACE_SCOPE,
  STARLING_REHEARSE_PLACE_HISTORY, /* of the scenario in scope */
  STARLING_REHEARSE_PLACE_TAKE,    /* from there: `shown`, a saved take */
  STARLING_REHEARSE_PLACE_LOOP_SETUP,
  STARLING_REHEARSE_PLACE_LOOP, /* in the open mock loop, or in an answer of
                                   `shown`, be that one open or not */
  STARLING_REHEARSE_PLACE_LOOP_DEBRIEF, /* of `shown`, a mock loop */
  STARLING_REHEARSE_PLACE_QUESTION,     /* that of the deal */
} StarlingRehearsePlace;

struct _StarlingRehearsePage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *offer;
  GtkLabel *offer_label;
  GtkWidget *offer_discard;
  GtkWidget *offer_resume;
  StarlingRehearseReady *ready;
  StarlingRehearseProposal *proposal;
  StarlingRehearseQuestion *question;
  StarlingRehearseStage *stage;
  StarlingRehearseProbe *probe;
  StarlingRehearseDebrief *debrief;
  StarlingRehearseHistory *history;
  StarlingRehearseLoopSetup *loop_setup;
  StarlingRehearseLoopBreak *loop_break;
  StarlingRehearseLoopDebrief *loop_debrief;
  StarlingRehearseUndoBar *undo_bar;

  StarlingSession *session;
  StarlingRehearseRun *run;
  StarlingRehearseLoop *loop;
  StarlingRehearseDeal *deal;
  gboolean asked; /* the story in scope was chosen for the deal's question */
  StarlingPrompt prompt;
  StarlingRehearsePlace place;
  char *shown; /* (nullable): the id of what is looked at there */
  StarlingRehearseView view;
  guint focus_source;
};

/* page-views.c */
void starling_rehearse_page_update (StarlingRehearsePage *self);
void starling_rehearse_page_go (StarlingRehearsePage *self,
                                StarlingRehearsePlace place,
                                const char *shown);
void starling_rehearse_page_take_focus (StarlingRehearsePage *self);

/* page-offer.c */
void starling_rehearse_page_update_offer (StarlingRehearsePage *self,
                                          gboolean take_shown);

/* page-loop.c */
void starling_rehearse_page_start_question (StarlingRehearsePage *self,
                                            StarlingRehearseOptions *options);
void starling_rehearse_page_take_up_answer (StarlingRehearsePage *self);
gboolean starling_rehearse_page_finish_loop (StarlingRehearsePage *self);
void starling_rehearse_page_fill_setup (StarlingRehearsePage *self);
void starling_rehearse_page_fill_take (StarlingRehearsePage *self);
void starling_rehearse_page_install_loop_actions (GtkWidgetClass *widget_class);

/* page-bank.c */
const char *starling_rehearse_page_get_asked (StarlingRehearsePage *self);
void starling_rehearse_page_install_bank_actions (GtkWidgetClass *widget_class);

/* page-actions.c */
void starling_rehearse_page_show_scenario (StarlingRehearsePage *self,
                                           const char *id);
void starling_rehearse_page_install_actions (GtkWidgetClass *widget_class);
void starling_rehearse_page_add_keys (StarlingRehearsePage *self);

G_END_DECLS
