package dk.genvej.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A printed PDF as a reader of it sees it: by eye, by ear, and by the judge of PDF/UA. */
final class Paper {

  private static final Path LOOKED_AT = Path.of("target", "print");

  private final byte[] pdf;

  /**
   * @param name under which it is left for whoever wants to look at it
   */
  Paper(String name, byte[] pdf) {
    this.pdf = pdf;
    try {
      Files.createDirectories(LOOKED_AT);
      Files.write(LOOKED_AT.resolve(name + ".pdf"), pdf);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Its text line by line, as it stands on the pages. */
  List<String> lines() {
    return read(
        document ->
            new PDFTextStripper()
                .getText(document)
                .lines()
                .map(line -> line.replace('\u00a0', ' ').strip())
                .filter(line -> !line.isEmpty())
                .toList());
  }

  /** As one line, so that a text is found wherever it was broken. */
  String text() {
    return String.join(" ", lines());
  }

  Set<String> fonts() {
    var fonts = new TreeSet<String>();
    each(position -> fonts.add(position.getFont().getName().replaceFirst("^[A-Z]{6}\\+", "")));
    return fonts;
  }

  float smallestType() {
    var sizes = new ArrayList<Float>();
    each(position -> sizes.add(position.getYScale()));
    return sizes.stream().min(Float::compare).orElseThrow();
  }

  /** What a screen reader is told each part is, in reading order. */
  List<String> tags() {
    return read(
        document -> {
          var tags = new ArrayList<String>();
          collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
          return tags;
        });
  }

  String language() {
    return read(document -> document.getDocumentCatalog().getLanguage());
  }

  String title() {
    return read(document -> document.getDocumentInformation().getTitle());
  }

  /** Everything about it that PDF/UA-1 forbids. */
  List<String> faults() {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
          .toList();
    } catch (Exception failed) {
      throw new AssertionError("the judge failed", failed);
    }
  }

  private static void collect(PDStructureNode node, List<String> tags) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        collect(element, tags);
      }
    }
  }

  private void each(java.util.function.Consumer<TextPosition> look) {
    read(
        document -> {
          var stripper =
              new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                  look.accept(position);
                }
              };
          return stripper.getText(document);
        });
  }

  private <T> T read(Reading<T> reading) {
    try (var document = Loader.loadPDF(pdf)) {
      return reading.of(document);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private interface Reading<T> {
    T of(PDDocument document) throws IOException;
  }
}
