package org.junheng.published;

import java.io.IOException;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The single values of a JSON file by their path: {@code indicators.score.overall.gini_w}. */
final class FlatJson {
    private final Map<String, String> values = new TreeMap<>();
    private final StreamTokenizer tokens;

    private FlatJson(Reader text) {
        tokens = new StreamTokenizer(text);
        tokens.resetSyntax();
        tokens.whitespaceChars(0, ' ');
        tokens.wordChars('0', '9');
        tokens.wordChars('a', 'z');
        tokens.wordChars('A', 'Z');
        for (char sign : "+-.".toCharArray()) {
            tokens.wordChars(sign, sign);
        }
        tokens.quoteChar('"');
    }

    static Map<String, String> of(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            FlatJson json = new FlatJson(text);
            json.tokens.nextToken();
            json.element("");
            return json.values;
        }
    }

    /** Reads the element that begins at the current token, up to its last token. */
    private void element(String path) throws IOException {
        if (tokens.ttype == '{' || tokens.ttype == '[') {
            boolean named = tokens.ttype == '{';
            int close = named ? '}' : ']';
            int index = 0;
            while (tokens.nextToken() != close) {
                if (tokens.ttype == ',') {
                    continue;
                }
                String name = named ? name() : String.valueOf(index++);
                element(path.isEmpty() ? name : path + "." + name);
            }
        } else {
            values.put(path, tokens.sval);
        }
    }

    /** A name and the colon after it; the value's first token becomes the current one. */
    private String name() throws IOException {
        String name = tokens.sval;
        tokens.nextToken();
        tokens.nextToken();
        return name;
    }
}
