#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto italian = std::to_array<Phrase>({
    {advertisement, equals, "pubblicità"},
    {advertisement, equals, "annuncio"},
    {advertisement, equals, "annuncio pubblicitario"},
    {advertisement, equals, "contenuto sponsorizzato"},
    {advertisement, equals, "continua a leggere dopo la pubblicità"},
    {read_more, equals, "leggi tutto"},
    {read_more, equals, "continua a leggere"},
    {read_more, equals, "leggi di più"},
    {read_more, equals, "scopri di più"},
    {read_more, equals, "leggi l'articolo completo"},
    {read_more, begins, "leggi anche"},
    {read_more, begins, "per approfondire:"},
    {read_more, begins, "vedi anche:"},
    {related, equals, "articoli correlati"},
    {related, equals, "notizie correlate"},
    {related, equals, "ti potrebbe interessare"},
    {related, equals, "potrebbe interessarti"},
    {related, equals, "potrebbero interessarti"},
    {related, equals, "ti potrebbe interessare anche"},
    {related, equals, "potrebbe interessarti anche"},
    {related, equals, "i più letti"},
    {related, equals, "le più lette"},
    {related, equals, "ultime notizie"},
    {related, equals, "altre notizie"},
    {related, equals, "altri articoli"},
    {related, equals, "per approfondire"},
    {related, equals, "correlati"},
    {share, equals, "condividi"},
    {share, equals, "condividi su facebook"},
    {share, equals, "condividi su twitter"},
    {share, equals, "condividi l'articolo"},
    {share, equals, "stampa"},
    {share, equals, "invia per email"},
    {share, equals, "copia link"},
    {share, equals, "seguici"},
    {share, begins, "seguici su"},
    {share, begins, "seguici anche su"},
    {share, begins, "condividi:"},
    {newsletter, equals, "iscriviti"},
    {newsletter, equals, "abbonati"},
    {newsletter, equals, "iscriviti alla newsletter"},
    {newsletter, equals, "registrati"},
    {newsletter, begins, "iscriviti alla nostra newsletter"},
    {newsletter, begins, "iscriviti alla newsletter"},
    {newsletter, begins, "ricevi la nostra newsletter"},
    {newsletter, begins, "resta aggiornato con la nostra newsletter"},
    {app_promo, equals, "scarica l'app"},
    {app_promo, equals, "scarica la nostra app"},
    {comments, equals, "commenti"},
    {comments, equals, "lascia un commento"},
    {comments, equals, "commenta"},
    {comments, equals, "scrivi un commento"},
    {comments, equals, "vedi i commenti"},
    {comments, equals, "lascia una risposta"},
    {comments, begins, "il tuo indirizzo email non sarà pubblicato"},
    {tags, equals, "tag"},
    {tags, equals, "tag:"},
    {tags, equals, "etichette"},
    {tags, equals, "argomenti:"},
    {tags, equals, "parole chiave"},
    {author_bio, equals, "l'autore"},
    {author_bio, equals, "informazioni sull'autore"},
    {copyright, begins, "riproduzione riservata"},
    {copyright, begins, "© riproduzione riservata"},
    {copyright, ends, "tutti i diritti riservati."},
    {copyright, ends, "tutti i diritti riservati"},
    {copyright, ends, "riproduzione riservata"},
    {copyright, ends, "riproduzione riservata ©"},
    {cookie_notice, begins, "utilizziamo i cookie"},
    {cookie_notice, begins, "questo sito utilizza cookie"},
    {cookie_notice, begins, "questo sito utilizza i cookie"},
    {media_player, equals, "ascolta l'articolo"},
    {media_player, equals, "guarda il video"},
    {media_player, equals, "riproduci video"},
    {navigation, equals, "torna su"},
    {navigation, equals, "vai al contenuto"},
    {navigation, equals, "articolo successivo"},
    {navigation, equals, "articolo precedente"},
});
// clang-format on

}  // namespace

std::span<const Phrase> italian_phrases() {
  return italian;
}

}  // namespace pith
