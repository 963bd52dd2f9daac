package dk.genvej.demo.fcm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on loopback down to the socket, as the JDK's own server cannot break a connection. Kept
 * open between requests; bodies by length or in chunks.
 */
final class SmallServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SmallServer.class);
  private static final int MOST_BYTES = 1 << 20;

  private final ServerSocket server;
  private final Function<HttpCall, HttpReply> handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  private SmallServer(ServerSocket server, Function<HttpCall, HttpReply> handler) {
    this.server = server;
    this.handler = handler;
  }

  static SmallServer start(Function<HttpCall, HttpReply> handler) throws IOException {
    var small =
        new SmallServer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), handler);
    Thread.ofVirtual().name("stand-in").start(small::accept);
    return small;
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closing) {
        LOG.debug("no longer listening", closing);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      boolean more = true;
      while (more) {
        var call = read(in);
        more = call != null && counted(socket, call);
      }
    } catch (SocketException | EOFException gone) {
      LOG.debug("the caller is gone", gone);
    } catch (IOException broken) {
      LOG.warn("a connection of the stand-in failed", broken);
    } finally {
      open.remove(socket);
    }
  }

  /** The most requests that were ever under way together. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private boolean counted(Socket socket, HttpCall call) throws IOException {
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      return reply(socket, handler.apply(call));
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Whether the connection goes on. */
  private static boolean reply(Socket socket, HttpReply reply) throws IOException {
    return switch (reply) {
      case HttpReply.Answer answer -> write(socket, answer);
      case HttpReply.Slow slow -> {
        pause(slow.delay());
        yield write(socket, slow.then());
      }
      case HttpReply.Silence silence -> {
        pause(silence.delay());
        yield false;
      }
      case HttpReply.Reset _ -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
    };
  }

  private static boolean write(Socket socket, HttpReply.Answer answer) throws IOException {
    var body = answer.json().getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + answer.status() + " .\r\n");
    head.append("Content-Type: application/json; charset=UTF-8\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    socket.getOutputStream().write(all.toByteArray());
    socket.getOutputStream().flush();
    return true;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null when the caller has closed. */
  private static @Nullable HttpCall read(InputStream in) throws IOException {
    var first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    var headers = new HashMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    var words = first.split(" ", 3);
    return new HttpCall(words[0], words.length > 1 ? words[1] : "", headers, body(in, headers));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      all.writeBytes(exactly(in, size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static byte[] exactly(InputStream in, int size) throws IOException {
    if (size > MOST_BYTES) {
      throw new IOException("a body of " + size + " bytes");
    }
    var bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("a body that was cut off");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.US_ASCII).stripTrailing();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      LOG.warn("the stand-in could not be closed", failed);
    }
  }
}
