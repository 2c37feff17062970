/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bank/deal.h"

#include "base/random.h"

/**
 * starling_rehearse_deal_new:
 * @library: the library, by whose clock it deals
 *
 * Returns: (transfer full): a deal that has asked nothing yet
 */
StarlingRehearseDeal *
starling_rehearse_deal_new (StarlingLibrary *library)
{
  StarlingRehearseDeal *self = g_new0 (StarlingRehearseDeal, 1);

  self->library = g_object_ref (library);
  self->seed
      = (guint64) starling_clock_get_utc (starling_library_get_clock (library));
  self->asked = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->asked, NULL);
  return self;
}

/**
 * starling_rehearse_deal_free:
 * @self: (transfer full): a deal
 */
void
starling_rehearse_deal_free (StarlingRehearseDeal *self)
{
  g_ptr_array_unref (self->asked);
  g_object_unref (self->library);
  g_free (self->place);
  g_free (self);
}

/**
 * starling_rehearse_deal_init_scope:
 * @scope: (out caller-allocates): which questions the session's scope means
 * @session: a session
 */
void
starling_rehearse_deal_init_scope (StarlingBankScope *scope,
                                   StarlingSession *session)
{
  scope->principle = starling_session_get_scope_principle (session);
  scope->own_only
      = g_str_equal (starling_session_get_scope (session), "my-stories");
}

/**
 * starling_rehearse_deal_next:
 * @self: a deal
 * @session: a session, in whose scope a question is wanted
 *
 * Asks another question.
 *
 * Returns: %FALSE if there is none, and the one before stays
 */
gboolean
starling_rehearse_deal_next (StarlingRehearseDeal *self,
                             StarlingSession *session)
{
  const StarlingBankQuestion *question;
  StarlingBankScope scope;

  starling_rehearse_deal_init_scope (&scope, session);
  question = starling_library_pick_from_bank (
      self->library, &scope, (const char *const *) self->asked->pdata,
      starling_random_next (&self->seed));
  if (question == NULL)
    return FALSE;
  self->question = question;
  self->scope = scope;
  g_free (self->place);
  self->place = g_strdup (starling_session_get_scope (session));
  g_ptr_array_insert (self->asked, (int) self->asked->len - 1,
                      g_strdup (question->id));
  return TRUE;
}

/**
 * starling_rehearse_deal_can_ask:
 * @library: the library
 * @scope: which questions are meant
 * @n: how many
 *
 * Returns: whether there are so many at least
 */
gboolean
starling_rehearse_deal_can_ask (StarlingLibrary *library,
                                const StarlingBankScope *scope,
                                guint n)
{
  g_autoptr (GPtrArray) questions = starling_library_list_bank (library, scope);

  return questions->len >= n;
}
