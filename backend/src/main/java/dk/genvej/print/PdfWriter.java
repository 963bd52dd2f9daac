package dk.genvej.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Sets a sheet on pages, tagged by PDF/UA, with the fonts inside. Nothing is fetched from anywhere.
 */
final class PdfWriter {

  static final String STYLE = style();

  private static final String FAMILY = "Open Sans";

  static {
    // Its log quotes what stands in the document.
    XRLog.setLoggingEnabled(false);
    FontMappers.set(new OwnFont());
  }

  private PdfWriter() {}

  static byte[] write(Sheet sheet) {
    var pdf = new ByteArrayOutputStream();
    var writer = new PdfRendererBuilder();
    writer.usePdfUaAccessibility(true);
    writer.useFont(() -> OwnFont.open("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    writer.useFont(() -> OwnFont.open("SemiBold"), FAMILY, 700, FontStyle.NORMAL, true);
    for (var priority : ExternalResourceControlPriority.values()) {
      writer.useExternalResourceAccessControl((_, _) -> false, priority);
    }
    writer.withW3cDocument(sheet.document(), null);
    writer.withProducer("Genvej");
    writer.toStream(pdf);
    try {
      writer.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return pdf.toByteArray();
  }

  private static String style() {
    try (var file = PdfWriter.class.getResourceAsStream("/print/sheet.css")) {
      if (file == null) {
        throw new IllegalStateException("no style sheet");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
