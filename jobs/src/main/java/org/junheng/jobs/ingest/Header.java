package org.junheng.jobs.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junheng.jobs.config.Nearest;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Vocabulary;

/**
 * The header of one file: which cell holds which column.
 *
 * @param first physical row where it begins; what stands above is a title
 * @param last its last physical row, the rows of codes below it (甲, 乙, 1, 2) included
 * @param headings in the order of the cells
 * @param names the columns in the order of the cells; empty where a cell has no name
 * @param leaves the keys of its lowest row, by which a repetition is known
 */
record Header(SourceFile file, long first, long last, List<Heading> headings, List<String> names, List<String> leaves) {
    Header(SourceFile file, long first, long last, List<Heading> headings, List<String> leaves) {
        this(file, first, last, headings, headings.stream().map(Heading::name).toList(), leaves);
    }

    /** Refuses a header that cannot be meant so, and tells what is missing without harm. */
    void check(Schema<?> schema, Set<String> given, Findings findings) {
        refuseTwice();
        refusePersonal(schema);
        List<String> absent = schema.names().stream()
                .filter(n -> !names.contains(n) && !given.contains(n))
                .toList();
        refuseMisspelt(absent);
        absent.stream().filter(schema.keys()::contains).findFirst().ifPresent(key -> {
            refuseSubjects(key);
            throw fault(Rule.KEY_COLUMN_ABSENT, key, "").refusal();
        });
        if (!absent.isEmpty()) {
            String costs = absent.stream().map(c -> Costs.of(schema, c)).collect(Collectors.joining(", "));
            findings.tell(Fault.of(Rule.VALUE_COLUMNS_ABSENT, file.shown(), costs));
        }
        if (first > 1) {
            findings.tell(new Fault(Rule.TITLE_ROW, file.shown(), 1, "", null, String.valueOf(first)));
        }
    }

    /** A table without subjects whose headings are subjects: it is delivered wide. */
    private void refuseSubjects(String key) {
        List<String> subjects = headings.stream()
                .filter(h -> !h.path().isEmpty())
                .map(h -> h.path().get(h.path().size() - 1))
                .filter(Vocabulary.words("subject")::containsKey)
                .toList();
        if (key.equals("subject") && subjects.size() > 1) {
            throw fault(Rule.SUBJECTS_BESIDE, key, String.join(", ", subjects)).refusal();
        }
    }

    private void refuseTwice() {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw fault(Rule.COLUMN_TWICE, name, "").refusal();
            }
        }
    }

    private void refusePersonal(Schema<?> schema) {
        List<String> personal = headings.stream()
                .filter(h -> !h.name().isEmpty() && Personal.isTold(h, schema))
                .map(Heading::shown)
                .toList();
        if (!personal.isEmpty()) {
            throw Fault.of(Rule.PERSONAL_COLUMNS, file.shown(), String.join(", ", personal))
                    .refusal();
        }
    }

    /** A known column is missing and an unknown one is almost it: a mistake to correct, not a column to lose. */
    private void refuseMisspelt(List<String> absent) {
        for (Heading heading : headings) {
            if (!heading.isKnown() && !heading.name().isEmpty()) {
                nearest(heading, absent).ifPresent(near -> {
                    throw fault(Rule.COLUMN_MISSPELT, heading.shown(), near).refusal();
                });
            }
        }
    }

    private static Optional<String> nearest(Heading heading, List<String> absent) {
        String leaf = Spelt.key(heading.path().get(heading.path().size() - 1));
        return Nearest.almost(leaf, absent).or(() -> Vocabulary.terms().stream()
                .filter(t -> absent.contains(t.column()) && !t.isWord())
                .flatMap(t -> Nearest.almost(leaf, t.names()).map(n -> n + " (" + t.column() + ")").stream())
                .findFirst());
    }

    private Fault fault(Rule rule, String column, String detail) {
        return new Fault(rule, file.shown(), last, column, null, detail);
    }

    /** Columns beyond those of the contract, in the order of the file. */
    List<Heading> further(Schema<?> schema) {
        return headings.stream()
                .filter(h -> !h.name().isEmpty() && !schema.names().contains(h.name()))
                .toList();
    }

    /** An unknown heading with the known one that is nearest, unless the vocabulary knows it. */
    String described(Heading heading, Schema<?> schema) {
        String leaf = Spelt.key(heading.path().get(heading.path().size() - 1));
        boolean latin = leaf.chars().allMatch(c -> c < 0x80);
        List<String> names = schema.names().stream()
                .map(c -> latin ? c : Vocabulary.heading(c).orElse(c))
                .toList();
        Optional<String> near = heading.isKnown() ? Optional.empty() : Nearest.alike(leaf, names);
        return heading.shown() + near.map(n -> " (≈ " + n + ")").orElse("");
    }

    /** How many cells a row has: up to the last named column. */
    int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** Places of cells that stand under no name. */
    int[] unnamed() {
        return IntStream.range(0, headings.size())
                .filter(i -> headings.get(i).path().isEmpty())
                .toArray();
    }

    /** Whether a row repeats this header. */
    boolean isRepeatedBy(RawRow raw) {
        String begin = raw.first();
        if (begin.isEmpty()
                || begin.charAt(0) <= '9'
                || begin.length() > 80
                || endsOtherwise(begin)
                || !leaves.contains(Spelt.key(begin))) {
            return false;
        }
        return raw.cells().stream().map(Spelt::key).toList().equals(leaves);
    }

    /** Most first cells: a code, whose last digit ends no heading; the key of a heading ends in the digit that the heading ends in. */
    private boolean endsOtherwise(String begin) {
        char last = begin.charAt(begin.length() - 1);
        if (last < '0' || last > '9') {
            return false;
        }
        for (String leaf : leaves) {
            if (!leaf.isEmpty() && leaf.charAt(leaf.length() - 1) == last) {
                return false;
            }
        }
        return true;
    }
}
