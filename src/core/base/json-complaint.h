/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STARLING_SEVERITY_WARNING,
  STARLING_SEVERITY_ERROR,
} StarlingSeverity;

/* What is wrong with a JSON file, and where. */
typedef struct
{
  StarlingSeverity severity;
  gsize offset;  /* byte of the file */
  guint line;    /* from 1 */
  guint column;  /* from 1, in characters */
  char *path;    /* JSON path, such as $.scenarios[0].quiz[2].correct */
  char *message; /* what to write instead */
} StarlingComplaint;

StarlingComplaint *starling_complaint_new (StarlingSeverity severity,
                                           gsize offset,
                                           const char *path,
                                           const char *message);
void starling_complaint_free (StarlingComplaint *self);
char *
starling_complaint_format (const StarlingComplaint *self, const char *file);

void starling_complaints_place (GPtrArray *complaints,
                                const char *text,
                                gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingComplaint, starling_complaint_free)

G_END_DECLS
