package io.scapa.curation.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Thirty pages written for the purpose, their content marked by hand with {@code data-content}. Figures are of words. */
class MainContentTest {
    @Test
    void findsTheContentOfThirtyPages() throws IOException {
        List<String> pages = pages();
        assertThat(pages).hasSize(30);
        double precision = 0;
        double recall = 0;
        StringBuilder poor = new StringBuilder();
        for (String page : pages) {
            Map<String, Integer> wanted = words(marked(page));
            Map<String, Integer> found = words(MainContent.of(page.replace(" data-content", "")));
            double common = common(wanted, found);
            double p = found.isEmpty() ? 0 : common / sum(found);
            double r = common / sum(wanted);
            precision += p / pages.size();
            recall += r / pages.size();
            if (p < 0.95 || r < 0.95) {
                poor.append(String.format(
                        Locale.ROOT,
                        "%n  %s: precision %.3f, recall %.3f",
                        Jsoup.parse(page).title(),
                        p,
                        r));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "main content: %d pages, precision %.3f, recall %.3f%s%n",
                pages.size(),
                precision,
                recall,
                poor);
        assertThat(precision).isGreaterThan(0.9);
        assertThat(recall).isGreaterThan(0.9);
    }

    @Test
    void paragraphsStayApartAndLinesOfCodeStay() {
        String text = MainContent.of("<nav><a href=/>Home</a></nav><h1>Title of the page</h1><p>" + "word ".repeat(20)
                + "<b>bold</b>.</p><pre>a\n  b</pre><p>" + "other ".repeat(20) + "</p>");

        assertThat(text.split("\n\n")).hasSize(4);
        assertThat(text)
                .startsWith("Title of the page\n\n")
                .contains("word bold.")
                .contains("a\n  b")
                .doesNotContain("Home");
        assertThat(MainContent.of("")).isEmpty();
    }

    private static String marked(String page) {
        StringJoiner text = new StringJoiner(" ");
        for (Element element : Jsoup.parse(page).select("[data-content]")) {
            text.add(element.wholeText());
        }
        return text.toString();
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    private static double common(Map<String, Integer> a, Map<String, Integer> b) {
        return a.entrySet().stream()
                .mapToDouble(e -> Math.min(e.getValue(), b.getOrDefault(e.getKey(), 0)))
                .sum();
    }

    private static double sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<String> pages() throws IOException {
        try (InputStream in = Objects.requireNonNull(MainContentTest.class.getResourceAsStream("pages.html"))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("<!-- next page -->"));
        }
    }
}
