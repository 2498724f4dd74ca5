// Text of a stored page: UTF-8 wherever the bytes are that, else the charset the page declares. Stored pages often
// lack, or belie, what the server's header said, and would come out garbled by what they declare alone.
import sniff from 'html-encoding-sniffer';

export function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(sniff(bytes)).decode(bytes);
  }
}
