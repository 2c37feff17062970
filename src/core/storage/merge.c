/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/merge.h"

/**
 * starling_merge_report_clear:
 * @self: a report
 *
 * Frees what it holds.
 */
void
starling_merge_report_clear (StarlingMergeReport *self)
{
  g_clear_pointer (&self->details, g_free);
  *self = (StarlingMergeReport){ 0 };
}

/**
 * starling_merge_new:
 *
 * Returns: (transfer full): a merge that lacks nothing yet
 */
StarlingMerge *
starling_merge_new (void)
{
  StarlingMerge *self = g_new0 (StarlingMerge, 1);

  self->missing
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * starling_merge_free:
 * @self: (transfer full): a merge
 */
void
starling_merge_free (StarlingMerge *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

/**
 * starling_merge_sift:
 * @self: a merge
 * @progress: what one's own journal has
 * @events: (element-type StarlingEvent): events of the other one
 *
 * Keeps those that one's own journal lacks. An event is known by its id, and
 * is never changed; of several with the same id, the first counts.
 */
void
starling_merge_sift (StarlingMerge *self,
                     StarlingProgress *progress,
                     GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      if (starling_progress_has_event (progress, event->id)
          || g_hash_table_contains (self->ids, event->id))
        {
          self->n_known++;
          continue;
        }
      g_ptr_array_add (self->missing, starling_event_ref (event));
      g_hash_table_add (self->ids, event->id);
    }
}

/**
 * starling_merge_fill:
 * @self: a merge
 * @reader: the other journal, read to its end
 * @report: gets how the merge goes if all that is missing is added
 */
void
starling_merge_fill (StarlingMerge *self,
                     StarlingJournalReader *reader,
                     StarlingMergeReport *report)
{
  starling_merge_report_clear (report);
  report->n_added = self->missing->len;
  report->n_known = self->n_known;
  report->n_damaged = starling_journal_reader_get_n_damaged (reader);
  report->details = starling_journal_reader_dup_details (reader);
}
