#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto portuguese = std::to_array<Phrase>({
    {advertisement, equals, "publicidade"},
    {advertisement, equals, "anúncio"},
    {advertisement, equals, "continua após a publicidade"},
    {advertisement, equals, "continua depois da publicidade"},
    {advertisement, equals, "conteúdo patrocinado"},
    {advertisement, equals, "patrocinado"},
    {read_more, equals, "leia mais"},
    {read_more, equals, "veja mais"},
    {read_more, equals, "continue lendo"},
    {read_more, equals, "continuar lendo"},
    {read_more, equals, "saiba mais"},
    {read_more, equals, "ver mais"},
    {read_more, equals, "ler mais"},
    {read_more, equals, "continuar a ler"},
    {read_more, begins, "leia também"},
    {read_more, begins, "leia mais:"},
    {read_more, begins, "veja também:"},
    {read_more, begins, "veja também"},
    {read_more, begins, "saiba mais:"},
    {read_more, begins, "leia ainda"},
    {related, equals, "notícias relacionadas"},
    {related, equals, "artigos relacionados"},
    {related, equals, "matérias relacionadas"},
    {related, equals, "conteúdo relacionado"},
    {related, equals, "você também pode gostar"},
    {related, equals, "você pode gostar"},
    {related, equals, "mais lidas"},
    {related, equals, "as mais lidas"},
    {related, equals, "mais lidos"},
    {related, equals, "últimas notícias"},
    {related, equals, "mais notícias"},
    {related, equals, "relacionadas"},
    {related, equals, "recomendado para você"},
    {related, equals, "recomendamos para você"},
    {share, equals, "compartilhar"},
    {share, equals, "compartilhe"},
    {share, equals, "partilhar"},
    {share, equals, "compartilhe no facebook"},
    {share, equals, "compartilhe no whatsapp"},
    {share, equals, "imprimir"},
    {share, equals, "enviar por e-mail"},
    {share, equals, "copiar link"},
    {share, equals, "siga-nos"},
    {share, begins, "siga-nos no"},
    {share, begins, "siga-nos nas"},
    {share, begins, "siga o nosso"},
    {share, begins, "siga-nos em"},
    {share, begins, "compartilhe:"},
    {newsletter, equals, "assine"},
    {newsletter, equals, "inscreva-se"},
    {newsletter, equals, "assine a newsletter"},
    {newsletter, equals, "assinar"},
    {newsletter, equals, "cadastre-se"},
    {newsletter, equals, "subscrever"},
    {newsletter, begins, "inscreva-se em nossa newsletter"},
    {newsletter, begins, "assine nossa newsletter"},
    {newsletter, begins, "inscreva-se na nossa newsletter"},
    {newsletter, begins, "receba as notícias"},
    {newsletter, begins, "receba nossa newsletter"},
    {newsletter, begins, "subscreva a nossa newsletter"},
    {app_promo, equals, "baixe o app"},
    {app_promo, equals, "baixe o aplicativo"},
    {app_promo, equals, "baixe nosso app"},
    {app_promo, equals, "descarregue a app"},
    {comments, equals, "comentários"},
    {comments, equals, "deixe um comentário"},
    {comments, equals, "deixe uma resposta"},
    {comments, equals, "comentar"},
    {comments, equals, "ver comentários"},
    {comments, equals, "deixe seu comentário"},
    {comments, begins, "o seu endereço de e-mail não será publicado"},
    {comments, begins, "o seu endereço de email não será publicado"},
    {tags, equals, "tags"},
    {tags, equals, "palavras-chave"},
    {tags, equals, "marcadores"},
    {tags, equals, "assuntos"},
    {tags, equals, "tópicos"},
    {author_bio, equals, "sobre o autor"},
    {author_bio, equals, "sobre a autora"},
    {copyright, ends, "todos os direitos reservados."},
    {copyright, ends, "todos os direitos reservados"},
    {cookie_notice, begins, "utilizamos cookies"},
    {cookie_notice, begins, "usamos cookies"},
    {cookie_notice, begins, "este site utiliza cookies"},
    {cookie_notice, begins, "este site usa cookies"},
    {media_player, equals, "ouvir artigo"},
    {media_player, equals, "ouça este conteúdo"},
    {media_player, equals, "assistir ao vídeo"},
    {navigation, equals, "voltar ao topo"},
    {navigation, equals, "ir para o conteúdo"},
    {navigation, equals, "próximo artigo"},
    {navigation, equals, "artigo anterior"},
});
// clang-format on

}  // namespace

std::span<const Phrase> portuguese_phrases() {
  return portuguese;
}

}  // namespace pith
