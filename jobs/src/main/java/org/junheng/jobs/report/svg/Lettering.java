package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in a picture: how wide it will be, and where it breaks. */
final class Lettering {
    private static final double WIDE = 1.0;
    private static final double NARROW = 0.56;
    private static final String MORE = "…";

    /** Where a line may end: after a blank or a mark, and between Chinese characters. */
    private static final Pattern BREAK = Pattern.compile("(?<=[ ·，；、,;])|(?<=\\p{IsHan})(?=\\p{IsHan})");

    private Lettering() {}

    /** About how wide a line is: a Chinese character takes its size, a Latin letter a little more than half of it. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::share).sum() * size;
    }

    private static double share(int letter) {
        return letter >= 0x2e80 ? WIDE : NARROW;
    }

    /** The text, or as much of it as fits. */
    static String fitting(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double used = width(MORE, size);
        for (int letter : text.codePoints().toArray()) {
            used += share(letter) * size;
            if (used > room) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept + MORE;
    }

    /** The text in lines that fit; a word that is too long alone is cut. */
    static List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : BREAK.splitAsStream(text).toList()) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), size) > room) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += word;
        }
        lines.add(line.stripTrailing());
        return lines.stream().map(l -> fitting(l, size, room)).toList();
    }
}
