/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/proposal.h"

#include "engine/rehearsal.h"
#include "pages/rehearse/more.h"
#include "pages/rehearse/prompt.h"
#include "pages/rehearse/words.h"
#include "widgets/column.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseProposal
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *proposal;
  GtkLabel *reason;
  GtkLabel *question;
  GtkLabel *title;
  GtkWidget *start;
  GtkWidget *another;
  StarlingRehearseMore *more;
  GtkWidget *empty;
  GtkLabel *empty_text;

  StarlingSession *session;
  char *scope;
  GStrv ids;    /* in the sidebar's order */
  guint *order; /* of ids, as they are proposed */
  guint at;     /* shown, in order */
};

G_DEFINE_FINAL_TYPE (StarlingRehearseProposal,
                     starling_rehearse_proposal,
                     GTK_TYPE_WIDGET)

static void
get_record (StarlingRehearseProposal *self,
            const char *id,
            StarlingRehearsalRecord *record)
{
  StarlingScenarioProgress progress;

  starling_progress_get_scenario (starling_library_get_progress (
                                      starling_session_get_library (
                                          self->session)),
                                  id, &progress);
  record->n_takes = progress.n_takes;
  record->last_at = progress.last_take_at;
}

static void
set_ids (StarlingRehearseProposal *self)
{
  guint n;
  g_autofree StarlingRehearsalRecord *records = NULL;

  g_strfreev (self->ids);
  g_free (self->order);
  self->ids = starling_session_list_scenarios (self->session);
  n = g_strv_length (self->ids);
  records = g_new (StarlingRehearsalRecord, n);
  for (guint i = 0; i < n; i++)
    get_record (self, self->ids[i], &records[i]);
  self->order = g_new (guint, n);
  starling_rehearsal_propose (records, n, self->order);
}

static char *
format_reason (StarlingRehearseProposal *self, const char *id)
{
  StarlingClock *clock = starling_library_get_clock (
      starling_session_get_library (self->session));
  gint64 now = starling_clock_get_utc (clock);
  StarlingRehearsalRecord record;

  get_record (self, id, &record);
  return starling_rehearse_format_reason (
      record.n_takes,
      starling_rehearsal_days_ago (record.last_at, now,
                                   starling_clock_get_offset (clock, now)));
}

static void
show_proposal (StarlingRehearseProposal *self)
{
  const char *id = starling_rehearse_proposal_get_scenario (self);
  const char *trouble = starling_session_get_error (self->session);
  StarlingSummary *summary
      = id != NULL ? starling_library_find_summary (
            starling_session_get_library (self->session), id)
                   : NULL;

  gtk_widget_set_visible (self->proposal, summary != NULL && trouble == NULL);
  gtk_widget_set_visible (self->empty, summary == NULL || trouble != NULL);
  gtk_label_set_label (self->empty_text,
                       trouble != NULL ? trouble
                                       : _ ("Choose a story in the sidebar."));
  if (summary != NULL && trouble == NULL)
    {
      g_autofree char *reason = format_reason (self, id);

      gtk_label_set_label (self->reason, reason);
      gtk_label_set_label (self->title, starling_summary_get_title (summary));
      gtk_label_set_label (self->question,
                           starling_summary_get_question (summary));
    }
  gtk_widget_set_visible (self->another,
                          self->ids[0] != NULL && self->ids[1] != NULL);
}

static void
another_clicked_cb (StarlingRehearseProposal *self)
{
  self->at = (self->at + 1) % g_strv_length (self->ids);
  show_proposal (self);
}

static void
starling_rehearse_proposal_dispose (GObject *object)
{
  StarlingRehearseProposal *self = STARLING_REHEARSE_PROPOSAL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->scope, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_rehearse_proposal_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseProposal, content) },
    { "proposal", G_STRUCT_OFFSET (StarlingRehearseProposal, proposal) },
    { "reason", G_STRUCT_OFFSET (StarlingRehearseProposal, reason) },
    { "question", G_STRUCT_OFFSET (StarlingRehearseProposal, question) },
    { "title", G_STRUCT_OFFSET (StarlingRehearseProposal, title) },
    { "start", G_STRUCT_OFFSET (StarlingRehearseProposal, start) },
    { "another", G_STRUCT_OFFSET (StarlingRehearseProposal, another) },
    { "more", G_STRUCT_OFFSET (StarlingRehearseProposal, more) },
    { "empty", G_STRUCT_OFFSET (StarlingRehearseProposal, empty) },
    { "empty_text", G_STRUCT_OFFSET (StarlingRehearseProposal, empty_text) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_proposal_class_init (StarlingRehearseProposalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_proposal_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_MORE);
  g_type_ensure (STARLING_TYPE_REHEARSE_PROMPT);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/proposal.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_proposal_init (StarlingRehearseProposal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_rehearse_proposal_update:
 * @self: a proposal
 * @session: a session whose scope has several scenarios, or none
 *
 * Proposes anew; what is proposed stays while the scope does, unless it is
 * gone.
 */
void
starling_rehearse_proposal_update (StarlingRehearseProposal *self,
                                   StarlingSession *session)
{
  const char *scope = starling_session_get_scope (session);

  g_return_if_fail (STARLING_IS_REHEARSE_PROPOSAL (self));

  g_set_object (&self->session, session);
  set_ids (self);
  if (g_strcmp0 (self->scope, scope) != 0
      || self->at >= g_strv_length (self->ids))
    self->at = 0;
  g_free (self->scope);
  self->scope = g_strdup (scope);
  show_proposal (self);
  starling_rehearse_more_update (self->more, session);
}

/**
 * starling_rehearse_proposal_get_scenario:
 * @self: a proposal
 *
 * Returns: (transfer none) (nullable): the id of what is proposed
 */
const char *
starling_rehearse_proposal_get_scenario (StarlingRehearseProposal *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_PROPOSAL (self), NULL);

  if (self->ids == NULL || self->ids[0] == NULL)
    return NULL;
  return self->ids[self->order[self->at]];
}

/**
 * starling_rehearse_proposal_take_focus:
 * @self: a proposal
 *
 * Puts the focus on Start.
 */
void
starling_rehearse_proposal_take_focus (StarlingRehearseProposal *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_PROPOSAL (self));

  if (gtk_widget_get_mapped (self->start))
    gtk_widget_grab_focus (self->start);
}
