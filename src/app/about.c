/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about.h"

#include <glib/gi18n.h>

/**
 * starling_show_about:
 * @parent: (nullable): the window to stay above
 *
 * Shows what the program is, its version and its licence.
 */
void
starling_show_about (GtkWindow *parent)
{
  const char *authors[] = { _ ("The Starling authors"), NULL };

  gtk_show_about_dialog (
      parent, "program-name", "Starling", "logo-icon-name", STARLING_APP_ID,
      "version", STARLING_VERSION, "comments",
      _ ("Practise behavioural interviews out loud: one story, told under "
         "many lenses.\n\nStarling is independent of any company."),
      "copyright", _ ("© The Starling authors"), "license-type",
      GTK_LICENSE_GPL_3_0, "authors", authors, NULL);
}
