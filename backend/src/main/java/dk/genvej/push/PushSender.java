package dk.genvej.push;

import java.util.List;

/** Brings wake-ups to devices. */
interface PushSender {

  /** The most at once; the vendor's limit for a batch. */
  int MOST = 500;

  /**
   * Sends each once and answers in bounded time, whatever the network does.
   *
   * @param pushes at most {@value #MOST}
   * @return what became of each, in their order
   */
  List<SendResult> send(List<Push> pushes);
}
