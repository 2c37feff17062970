/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/bank-file.h"

#include "storage/pack-file.h"

#include <unistd.h>

static char *
read_text (const char *file, gsize *length, GError **error)
{
  struct stat status;
  int fd = starling_pack_open_file (file, &status, error);
  char *text = NULL;

  if (fd < 0)
    return NULL;
  text = starling_pack_read (fd, 0, (gsize) status.st_size, length, error);
  close (fd);
  return text;
}

static void
count_complaints (StarlingBankFile *self)
{
  for (guint i = 0; i < self->complaints->len; i++)
    {
      const StarlingComplaint *complaint
          = g_ptr_array_index (self->complaints, i);

      if (complaint->severity == STARLING_SEVERITY_ERROR)
        self->n_errors++;
      else
        self->n_warnings++;
    }
}

/**
 * starling_bank_file_load:
 * @file: name of the file
 * @catalogue: the catalogue whose principles it refers to
 * @scenarios: (nullable): a set of the ids that are known; others that a
 *   question names are warned of
 *
 * Reads and checks a question bank. The file is untrusted, as a pack is. Takes
 * time and no locks: may run on any thread.
 *
 * Returns: (transfer full): what it holds; if it could not be read, the
 *   complaint that says why, at line 1
 */
StarlingBankFile *
starling_bank_file_load (const char *file,
                         StarlingCatalogue *catalogue,
                         GHashTable *scenarios)
{
  StarlingBankFile *self = g_new0 (StarlingBankFile, 1);
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *text = read_text (file, &length, &error);

  self->file = g_strdup (file);
  if (text != NULL)
    self->bank = starling_bank_new_from_text (text, length, catalogue,
                                              scenarios, &self->complaints);
  else
    {
      self->complaints = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_complaint_free);
      g_ptr_array_add (self->complaints,
                       starling_complaint_new (STARLING_SEVERITY_ERROR, 0, "$",
                                               error->message));
    }
  count_complaints (self);
  return self;
}

/**
 * starling_bank_file_free:
 * @self: (transfer full): a loaded file
 *
 * Frees @self; its bank stays with those who have a reference.
 */
void
starling_bank_file_free (StarlingBankFile *self)
{
  g_free (self->file);
  g_clear_pointer (&self->bank, starling_bank_unref);
  g_ptr_array_unref (self->complaints);
  g_free (self);
}

/**
 * starling_bank_file_is_one:
 * @file: name of a file
 *
 * Returns: whether it can be read and says of itself that it is a question
 *   bank
 */
gboolean
starling_bank_file_is_one (const char *file)
{
  gsize length = 0;
  g_autofree char *text = read_text (file, &length, NULL);

  return text != NULL && starling_bank_is_text (text, length);
}
