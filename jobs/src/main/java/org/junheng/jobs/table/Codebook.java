package org.junheng.jobs.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Words;

/** What every published table and each of its columns means (数据字典), from {@code codebook.csv}; which columns there are, the records say. */
public final class Codebook {
    private static final Pattern FIRST_LETTERS = Pattern.compile("(?:^|_)([a-z])");
    private static final Map<String, Words> TEXTS = read();

    private Codebook() {}

    /**
     * The meaning of a column; of the whole table where the column is empty. A column that means the same in every table is described once.
     *
     * @throws IllegalArgumentException when the codebook is silent
     */
    public static Words of(String table, String column) {
        Words own = TEXTS.get(table + "." + column);
        Words common = own == null ? TEXTS.get("." + column) : own;
        if (common == null) {
            throw new IllegalArgumentException("codebook.csv says nothing of " + table + "." + column);
        }
        return common;
    }

    /**
     * The schema of a published table: the record of its name in this package.
     *
     * @throws IllegalArgumentException when there is no such record
     */
    public static Schema<?> schema(String table) {
        String record = FIRST_LETTERS.matcher(table).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
        try {
            return Schema.of(Class.forName(Codebook.class.getPackageName() + "." + record)
                    .asSubclass(Record.class));
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IllegalArgumentException("no record for the table " + table, e);
        }
    }

    private static Map<String, Words> read() {
        Map<String, Words> texts = new HashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream book = Codebook.class.getResourceAsStream("/codebook.csv")) {
            if (book == null) {
                throw new IllegalStateException("codebook.csv is not on the class path");
            }
            for (CSVRecord row : format.parse(new InputStreamReader(book, StandardCharsets.UTF_8))) {
                texts.put(row.get("table") + "." + row.get("column"), new Words(row.get("zh"), row.get("en")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }
}
