package dk.genvej.print;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;

/** One document to print: title, sections that can be jumped to, and a foot on every page. */
final class Sheet {

  private final Document document;
  private final Block bookmarks;
  private final Block body;
  private int sections;

  /**
   * @param title what it is and whose; readers show it instead of a file name
   * @param foot lines that stand on every page, beside the page number
   */
  Sheet(String title, String description, List<String> foot) {
    document = empty();
    var root = document.createElement("html");
    document.appendChild(root);
    var html = new Block(root).attribute("lang", "da");
    var head = html.part("head");
    head.line("title", null, title);
    head.part("meta").attribute("name", "description").attribute("content", description);
    head.line("style", null, PdfWriter.STYLE);
    bookmarks = head.part("bookmarks");
    body = html.part("body");
    var everyPage = body.part("div", "foot");
    foot.forEach(line -> everyPage.line("div", null, line));
  }

  /** The top of the first page. */
  Block top(String heading) {
    return body.part("div", "top").line("h1", null, heading);
  }

  Block section(String heading) {
    return section(heading, "section");
  }

  /** One that is not parted by the end of a page. */
  Block whole(String heading) {
    return section(heading, "section whole");
  }

  private Block section(String heading, String style) {
    var name = "part" + ++sections;
    bookmarks.part("bookmark").attribute("name", heading).attribute("href", "#" + name);
    var section = body.part("div", style);
    section.part("h2").attribute("id", name).text(heading);
    return section;
  }

  Document document() {
    return document;
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("the JDK makes documents", impossible);
    }
  }
}
