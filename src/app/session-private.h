/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

struct _StarlingSession
{
  GObject parent_instance;

  StarlingLibrary *library;
  StarlingAgenda *agenda;
  char *scope;
  StarlingScenario *scenario;
  StarlingLens *lens;
  char *error;
  StarlingPlace *place; /* in the scope's story; NULL: none is wanted */
  StarlingMode mode;
  StarlingStudyView study_view;
  StarlingLevel level;
  int wanted_angle;
  int angle;
  gboolean stage;
};

/* session-place.c */
void starling_session_set_place (StarlingSession *self, StarlingPlace *place);

G_END_DECLS
