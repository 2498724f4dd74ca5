// Defuddle over linkedom, the document model it installs along; nothing is fetched.
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { decode } from './decode.mjs';
import { run } from './page_loop.mjs';

await run(async (bytes, url) => {
  const { document } = parseHTML(decode(bytes));
  const article = await Defuddle(document, url, { useAsync: false });
  return {
    html: article.content,
    title: article.title,
    authors: article.author ? article.author.split(', ') : [],
    date: article.published,
  };
});
