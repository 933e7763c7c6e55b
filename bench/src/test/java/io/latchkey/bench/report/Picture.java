package io.latchkey.bench.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A chart as an XML parser reads it. */
record Picture(Element root) {

    static Picture of(String svg) {
        try {
            var builder = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();
            return new Picture(
                    builder.parse(new InputSource(new StringReader(svg))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("no XML: " + svg, e);
        }
    }

    List<Element> all(String tag) {
        var nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    List<Element> all(String tag, String kind) {
        return all(tag).stream().filter(ofKind(kind)).toList();
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    String title() {
        return root.getElementsByTagName("title").item(0).getTextContent();
    }

    Plot plot() {
        var frame = all("rect", "plot").getFirst();
        double left = number(frame, "x");
        double top = number(frame, "y");
        return new Plot(left, top, left + number(frame, "width"), top + number(frame, "height"));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Where it was moved to: across, then down. */
    static List<Double> place(Element element) {
        var numbers = element.getAttribute("transform").replaceAll("translate\\(([^)]*)\\).*", "$1");
        return List.of(numbers.split(" ")).stream().map(Double::valueOf).toList();
    }

    /** Whether it is a label of the axis below. */
    static boolean below(Element text, Plot plot) {
        return text.hasAttribute("y") && Math.abs(number(text, "y") - plot.bottom() - 18) < 0.5;
    }

    private static Predicate<Element> ofKind(String kind) {
        return element -> element.getAttribute("class").equals(kind);
    }
}
