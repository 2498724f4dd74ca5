#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto french = std::to_array<Phrase>({
    {advertisement, equals, "publicité"},
    {advertisement, equals, "la suite après la publicité"},
    {advertisement, equals, "la suite après cette publicité"},
    {advertisement, equals, "contenu sponsorisé"},
    {advertisement, equals, "annonce"},
    {read_more, equals, "lire la suite"},
    {read_more, equals, "lire l'article"},
    {read_more, equals, "en savoir plus"},
    {read_more, equals, "voir plus"},
    {read_more, equals, "lire plus"},
    {read_more, begins, "lire aussi"},
    {read_more, begins, "à lire aussi"},
    {read_more, begins, "lire également"},
    {read_more, begins, "a lire aussi"},
    {read_more, begins, "à lire également"},
    {read_more, begins, "voir aussi :"},
    {related, equals, "sur le même sujet"},
    {related, equals, "sur le même thème"},
    {related, equals, "articles liés"},
    {related, equals, "articles similaires"},
    {related, equals, "articles associés"},
    {related, equals, "à lire"},
    {related, equals, "vous aimerez aussi"},
    {related, equals, "vous pourriez aussi aimer"},
    {related, equals, "les plus lus"},
    {related, equals, "à la une"},
    {related, equals, "dans la même rubrique"},
    {related, equals, "nos derniers articles"},
    {related, equals, "pour aller plus loin"},
    {related, equals, "à découvrir"},
    {share, equals, "partager"},
    {share, equals, "partager l'article"},
    {share, equals, "partager cet article"},
    {share, equals, "partager sur facebook"},
    {share, equals, "partager sur twitter"},
    {share, equals, "imprimer"},
    {share, equals, "envoyer par e-mail"},
    {share, equals, "copier le lien"},
    {share, equals, "suivez-nous"},
    {share, begins, "suivez-nous sur"},
    {share, begins, "retrouvez-nous sur"},
    {share, begins, "partager :"},
    {newsletter, equals, "s'abonner"},
    {newsletter, equals, "je m'abonne"},
    {newsletter, equals, "s'inscrire"},
    {newsletter, equals, "je m'inscris"},
    {newsletter, equals, "abonnez-vous"},
    {newsletter, equals, "s'inscrire à la newsletter"},
    {newsletter, begins, "inscrivez-vous à notre newsletter"},
    {newsletter, begins, "abonnez-vous à notre newsletter"},
    {newsletter, begins, "recevez notre newsletter"},
    {newsletter, begins, "inscrivez-vous gratuitement à la newsletter"},
    {app_promo, equals, "télécharger l'application"},
    {app_promo, equals, "téléchargez l'application"},
    {comments, equals, "commentaires"},
    {comments, equals, "laisser un commentaire"},
    {comments, equals, "ajouter un commentaire"},
    {comments, equals, "réagir"},
    {comments, equals, "voir les commentaires"},
    {comments, equals, "commenter"},
    {comments, equals, "les commentaires sont fermés"},
    {comments, equals, "les commentaires sont fermés."},
    {comments, begins, "votre adresse e-mail ne sera pas publiée"},
    {comments, begins, "votre adresse de messagerie ne sera pas publiée"},
    {tags, equals, "mots-clés"},
    {tags, equals, "mots clés"},
    {tags, equals, "mots-clés :"},
    {tags, equals, "étiquettes"},
    {tags, equals, "thématiques"},
    {author_bio, equals, "à propos de l'auteur"},
    {copyright, ends, "tous droits réservés."},
    {copyright, ends, "tous droits réservés"},
    {cookie_notice, begins, "nous utilisons des cookies"},
    {cookie_notice, begins, "ce site utilise des cookies"},
    {paywall_notice, equals, "cet article est réservé aux abonnés"},
    {paywall_notice, equals, "cet article est réservé aux abonnés."},
    {paywall_notice, equals, "il vous reste à lire"},
    {paywall_notice, equals, "déjà abonné ?"},
    {paywall_notice, equals, "déjà abonné ? se connecter"},
    {media_player, equals, "écouter l'article"},
    {media_player, equals, "lire la vidéo"},
    {media_player, equals, "regarder la vidéo"},
    {navigation, equals, "retour en haut"},
    {navigation, equals, "aller au contenu"},
    {navigation, equals, "sommaire"},
    {navigation, equals, "article suivant"},
    {navigation, equals, "article précédent"},
});
// clang-format on

}  // namespace

std::span<const Phrase> french_phrases() {
  return french;
}

}  // namespace pith
