package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the summary: words and figures, each figure bound to the published rows that it comes from. */
public record Sentence(String label, List<Part> parts) {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)\\}");

    /**
     * A piece of a sentence.
     *
     * @param source how the figure is found in the published tables, see {@link Source}; empty for plain words
     */
    public record Part(String shown, String source) {
        static Part words(String words) {
            return new Part(words, "");
        }

        static Part figure(long figure, String source) {
            return new Part(Long.toString(figure), source);
        }

        public boolean isFigure() {
            return !source.isEmpty();
        }
    }

    /** The words of a key with its holes filled. */
    static Sentence of(Wording wording, String key, String label, SortedMap<String, Part> filling) {
        String text = wording.text("say." + key);
        List<Part> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(text);
        int from = 0;
        while (hole.find()) {
            parts.add(Part.words(text.substring(from, hole.start())));
            Part part = filling.get(hole.group(1));
            if (part == null) {
                throw new IllegalStateException(key + " has a hole " + hole.group() + " that nothing fills");
            }
            parts.add(part);
            from = hole.end();
        }
        parts.add(Part.words(text.substring(from)));
        return new Sentence(wording.text("say." + label + ".label"), parts);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.shown()));
        return text.toString();
    }
}
