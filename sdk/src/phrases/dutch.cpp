#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto dutch = std::to_array<Phrase>({
    {advertisement, equals, "advertentie"},
    {advertisement, equals, "advertenties"},
    {advertisement, equals, "gesponsord"},
    {advertisement, equals, "gesponsorde content"},
    {advertisement, equals, "tekst gaat verder onder de advertentie"},
    {advertisement, equals, "lees verder na de advertentie"},
    {advertisement, equals, "artikel gaat verder onder de advertentie"},
    {read_more, equals, "lees meer"},
    {read_more, equals, "lees verder"},
    {read_more, equals, "meer lezen"},
    {read_more, equals, "verder lezen"},
    {read_more, equals, "lees het hele artikel"},
    {read_more, begins, "lees ook:"},
    {read_more, begins, "lees ook"},
    {read_more, begins, "lees meer:"},
    {read_more, begins, "bekijk ook:"},
    {read_more, begins, "zie ook:"},
    {related, equals, "gerelateerd"},
    {related, equals, "gerelateerde artikelen"},
    {related, equals, "gerelateerde berichten"},
    {related, equals, "meer over dit onderwerp"},
    {related, equals, "meer nieuws"},
    {related, equals, "meest gelezen"},
    {related, equals, "best gelezen"},
    {related, equals, "misschien ook interessant"},
    {related, equals, "ook interessant"},
    {related, equals, "aanbevolen"},
    {related, equals, "laatste nieuws"},
    {share, equals, "delen"},
    {share, equals, "deel"},
    {share, equals, "deel dit artikel"},
    {share, equals, "deel dit bericht"},
    {share, equals, "deel op facebook"},
    {share, equals, "deel op twitter"},
    {share, equals, "afdrukken"},
    {share, equals, "printen"},
    {share, equals, "kopieer link"},
    {share, equals, "volg ons"},
    {share, begins, "volg ons op"},
    {share, begins, "volg ons via"},
    {newsletter, equals, "aanmelden"},
    {newsletter, equals, "inschrijven"},
    {newsletter, equals, "abonneren"},
    {newsletter, equals, "nieuwsbrief"},
    {newsletter, equals, "meld je aan"},
    {newsletter, begins, "schrijf je in voor onze nieuwsbrief"},
    {newsletter, begins, "meld je aan voor onze nieuwsbrief"},
    {newsletter, begins, "schrijf je in voor de nieuwsbrief"},
    {newsletter, begins, "meld je aan voor de nieuwsbrief"},
    {newsletter, begins, "ontvang onze nieuwsbrief"},
    {app_promo, equals, "download de app"},
    {app_promo, equals, "download onze app"},
    {comments, equals, "reacties"},
    {comments, equals, "reageer"},
    {comments, equals, "plaats een reactie"},
    {comments, equals, "geef een reactie"},
    {comments, equals, "reageren"},
    {comments, equals, "bekijk reacties"},
    {comments, equals, "laat een reactie achter"},
    {comments, begins, "je e-mailadres wordt niet gepubliceerd"},
    {comments, begins, "het e-mailadres wordt niet gepubliceerd"},
    {tags, equals, "trefwoorden"},
    {tags, equals, "onderwerpen"},
    {tags, equals, "onderwerpen:"},
    {author_bio, equals, "over de auteur"},
    {copyright, ends, "alle rechten voorbehouden."},
    {copyright, ends, "alle rechten voorbehouden"},
    {cookie_notice, begins, "wij gebruiken cookies"},
    {cookie_notice, begins, "deze website gebruikt cookies"},
    {cookie_notice, begins, "deze site gebruikt cookies"},
    {media_player, equals, "beluister dit artikel"},
    {media_player, equals, "bekijk de video"},
    {media_player, equals, "speel video af"},
    {navigation, equals, "terug naar boven"},
    {navigation, equals, "naar de inhoud"},
    {navigation, equals, "volgende artikel"},
    {navigation, equals, "vorige artikel"},
    {navigation, equals, "inhoudsopgave"},
});
// clang-format on

}  // namespace

std::span<const Phrase> dutch_phrases() {
  return dutch;
}

}  // namespace pith
