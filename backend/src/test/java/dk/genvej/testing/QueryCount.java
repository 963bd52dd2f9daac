package dk.genvej.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * The statements the server runs while something is asked of it, so that a test can tell that a
 * list costs the same however long it is. Tests run one after another, so all that requests run are
 * its own; what the server does by the clock belongs to no request and is not counted.
 */
public final class QueryCount {

  private static final Logger QUERIES = (Logger) LoggerFactory.getLogger("io.micronaut.data.query");

  private QueryCount() {}

  /** The statements, in their order. */
  public static List<String> during(Runnable asked) {
    var kept = new Kept();
    var level = QUERIES.getLevel();
    var additive = QUERIES.isAdditive();
    kept.start();
    QUERIES.addAppender(kept);
    QUERIES.setAdditive(false);
    QUERIES.setLevel(Level.DEBUG);
    try {
      asked.run();
    } finally {
      QUERIES.setLevel(level);
      QUERIES.setAdditive(additive);
      QUERIES.detachAppender(kept);
    }
    return List.copyOf(kept.statements);
  }

  private static final class Kept extends AppenderBase<ILoggingEvent> {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Thread asking = Thread.currentThread();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getMessage().startsWith("Executing") && asked(event)) {
        statements.add(event.getFormattedMessage());
      }
    }

    /** Each line of the log about a request has its id. */
    private boolean asked(ILoggingEvent event) {
      return event.getMDCPropertyMap().containsKey("request")
          || Thread.currentThread().equals(asking);
    }
  }
}
