package dk.genvej.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Answers every question for a font with ours. PDFBox would else search the machine's fonts, and
 * keep what it found in a file in the home folder of whoever runs the server.
 */
final class OwnFont implements FontMapper {

  private static final String FOLDER = "/fonts/ttf/OpenSans/OpenSans-";

  private final TrueTypeFont regular = parsed();

  /** A font file of the library, by weight. */
  static InputStream open(String weight) {
    var file = OwnFont.class.getResourceAsStream(FOLDER + weight + ".ttf");
    if (file == null) {
      throw new IllegalStateException("no font " + weight);
    }
    return file;
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(regular, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(regular, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
    return new CIDFontMapping(null, regular, true);
  }

  private static TrueTypeFont parsed() {
    try (var file = open("Regular")) {
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the font of prints", unreadable);
    }
  }
}
