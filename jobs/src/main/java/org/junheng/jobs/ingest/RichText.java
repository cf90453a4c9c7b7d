package org.junheng.jobs.ingest;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell that may be written in pieces of different fonts; what only tells how it sounds is left out. */
final class RichText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    static String read(Xml xml, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean sound = false;
        for (String element = xml.next(); element != null && !element.equals(end); element = xml.next()) {
            if (element.endsWith("rPh")) {
                sound = element.equals("rPh");
            } else if (element.equals("t") && !sound) {
                text.append(xml.text());
            }
        }
        return unescaped(text.toString());
    }

    /** Characters that XML cannot hold are written {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(m -> {
                    String one = String.valueOf((char) Integer.parseInt(m.group(1), 16));
                    return Matcher.quoteReplacement(one);
                })
                : text;
    }
}
