package org.junheng.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which formats of cells show a number as a day or a month. */
record CellFormats(List<Shown> byStyle) {
    static final CellFormats NONE = new CellFormats(List.of());

    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58);
    private static final Set<Integer> MONTHS = Set.of(17, 27, 36, 50, 52, 57);

    /** What a number is shown as. */
    enum Shown {
        NUMBER,
        DAY,
        MONTH
    }

    Shown of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Shown.NUMBER;
    }

    static CellFormats read(Xml xml) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        List<Shown> styles = new ArrayList<>();
        boolean inside = false;
        for (String element = xml.next(); element != null; element = xml.next()) {
            switch (element) {
                case "numFmt" -> codes.put(number(xml.attribute("numFmtId")), text(xml.attribute("formatCode")));
                case "cellXfs", "/cellXfs" -> inside = element.equals("cellXfs");
                case "xf" -> {
                    if (inside) {
                        styles.add(shown(number(xml.attribute("numFmtId")), codes));
                    }
                }
                default -> {}
            }
        }
        return new CellFormats(List.copyOf(styles));
    }

    private static Shown shown(int format, Map<Integer, String> codes) {
        String code = codes.get(format);
        if (code != null) {
            return shown(code);
        } else if (MONTHS.contains(format)) {
            return Shown.MONTH;
        }
        return DAYS.contains(format) ? Shown.DAY : Shown.NUMBER;
    }

    /** Quoted text, colours and locales in brackets, escaped and filling characters say nothing about the number. */
    private static Shown shown(String code) {
        String bare = code.split(";", -1)[0]
                .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].", "")
                .toLowerCase(Locale.ROOT);
        if (bare.contains("general") || (!bare.contains("y") && !bare.contains("d"))) {
            return Shown.NUMBER;
        }
        return bare.contains("d") || !bare.contains("m") ? Shown.DAY : Shown.MONTH;
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
