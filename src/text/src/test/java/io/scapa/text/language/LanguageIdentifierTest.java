package io.scapa.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import io.scapa.testing.SharedFolder;
import io.scapa.text.io.Compression;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The committee met on Tuesday and decided that the bridge would be repaired before winter, which surprised nobody.",
                "en | Nice place, good food, friendly staff. Prices a bit high but portions are huge. Will come back soon!",
                "de | Der Ausschuss trat am Dienstag zusammen und beschloss, die Brücke noch vor dem Winter zu reparieren.",
                "es | El comité se reunió el martes y decidió reparar el puente antes del invierno, lo que no sorprendió a nadie.",
                "fr | Le comité s'est réuni mardi et a décidé de réparer le pont avant l'hiver, ce qui n'a surpris personne.",
                "it | Il comitato si è riunito martedì e ha deciso di riparare il ponte prima dell'inverno, senza sorprendere nessuno.",
                "pt | O comitê se reuniu na terça-feira e decidiu consertar a ponte antes do inverno, o que não surpreendeu ninguém.",
                "nl | De commissie kwam dinsdag bijeen en besloot de brug nog voor de winter te herstellen, wat niemand verbaasde.",
                "sv | Kommittén sammanträdde i tisdags och beslutade att bron skulle repareras före vintern, vilket inte förvånade någon.",
                "pl | Komitet zebrał się we wtorek i postanowił naprawić most przed zimą, co nikogo nie zaskoczyło.",
                "tr | Komite salı günü toplandı ve köprünün kıştan önce onarılmasına karar verdi, bu kimseyi şaşırtmadı.",
                "id | Panitia bertemu pada hari Selasa dan memutuskan bahwa jembatan itu akan diperbaiki sebelum musim hujan tiba.",
                "vi | Ủy ban đã họp vào thứ ba và quyết định sửa chữa cây cầu trước mùa đông, điều này không làm ai ngạc nhiên.",
                "ru | Комитет собрался во вторник и решил отремонтировать мост до зимы, что никого не удивило.",
                "uk | Комітет зібрався у вівторок і вирішив відремонтувати міст до зими, що нікого не здивувало.",
                "ar | اجتمعت اللجنة يوم الثلاثاء وقررت إصلاح الجسر قبل حلول فصل الشتاء، وهو ما لم يفاجئ أحدا.",
                "fa | کمیته روز سه‌شنبه تشکیل جلسه داد و تصمیم گرفت پل را پیش از زمستان تعمیر کند.",
                "hi | समिति की बैठक मंगलवार को हुई और उसने सर्दियों से पहले पुल की मरम्मत करने का फैसला किया।",
                "zh | 委员会于星期二开会，决定在冬天之前修好这座桥，这并不令人意外。",
                "ja | 委員会は火曜日に会合を開き、冬が来る前に橋を修理することを決めた。",
                "ko | 위원회는 화요일에 모여 겨울이 오기 전에 다리를 수리하기로 결정했다.",
                "el | Η επιτροπή συνεδρίασε την Τρίτη και αποφάσισε να επισκευαστεί η γέφυρα πριν από τον χειμώνα.",
                "th | คณะกรรมการประชุมกันเมื่อวันอังคารและตัดสินใจซ่อมสะพานก่อนฤดูหนาว",
            })
    void proseIsNamed(String code, String text) {
        Guess guess = LanguageIdentifier.identify(text);
        assertThat(guess.code()).as(guess.toString()).isEqualTo(code);
        assertThat(guess.confidence()).isGreaterThanOrEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "Hello",
                "OK, fine.",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "1234567890 3.14159 2.71828 42 17 99 1024 4096",
                "!!!???...---***",
                "你好",
                "\u200B\u200B\u200B",
                "for (int i = 0; i < n; i++) { sum += x[i] * y[i]; if (sum > LIMIT) { return -1; } }",
                "def f(x):\n    return {k: v for k, v in x.items() if k[0] != '_'}\n\n_cache = {}\nprint(f(_cache)[\"a\"])",
                "SELECT a.id, b.name FROM t_a a JOIN t_b b ON a.id = b.a_id WHERE a.x >= 10 AND b.y <> 'z';\n# ==== ;;",
                "<div class=\"row\"><span id='x'>1</span></div><p><a href=\"#\">x</a></p>",
            })
    void whatIsNoProseHasNoLanguage(String text) {
        Guess guess = LanguageIdentifier.identify(text);
        assertThat(guess.code()).as(guess.toString()).isNull();
        assertThat(guess.confidence()).isLessThan(0.6);
    }

    @Test
    void onlyABoundedPartIsRead() {
        String english =
                "The bridge was repaired before winter, and that surprised those who had been there. ".repeat(500_000);
        assertThat(LanguageIdentifier.identify(english).code()).isEqualTo("en");
    }

    @Test
    void theAnswerIsTheSameOnEveryThread() {
        String text = "Kommittén sammanträdde i tisdags och beslutade att bron skulle repareras före vintern.";
        Guess alone = LanguageIdentifier.identify(text);
        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> LanguageIdentifier.identify(text)))
                .containsOnly(alone);
    }

    /** Against the library's own detector, which reads the whole text and always answers; some labels are wrong. */
    @Test
    void onTheCorporaItErrsNoMoreThanTheLibrary() throws IOException {
        LanguageDetector library = LanguageDetectorBuilder.create(NgramExtractors.standard())
                .seed(1L)
                .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                .build();
        int texts = 0;
        int right = 0;
        int wrong = 0;
        int wrongOfLibrary = 0;
        for (String corpus :
                List.of("m4_multilingual", "iu_ai_multilingual", "imbd_multilingual", "lastde_zh", "seqxgpt")) {
            for (JsonNode document : documents(corpus)) {
                String text = document.get("text").textValue();
                String label = document.get("lang").textValue();
                String code = LanguageIdentifier.identify(text).code();
                texts++;
                right += label.equals(code) ? 1 : 0;
                wrong += code != null && !label.equals(code) ? 1 : 0;
                wrongOfLibrary += library.getProbabilities(text).stream()
                                .findFirst()
                                .filter(found -> found.getLocale().getLanguage().equals(label))
                                .isPresent()
                        ? 0
                        : 1;
            }
        }
        System.out.printf(
                "language: of %d texts %d right, %d wrong; the library %d wrong%n",
                texts, right, wrong, wrongOfLibrary);
        assertThat(wrong).isLessThanOrEqualTo(wrongOfLibrary);
        assertThat(right).isGreaterThan((int) (texts * 0.99));
    }

    private static List<JsonNode> documents(String corpus) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Compression.open(SharedFolder.require("corpora/" + corpus + ".jsonl.gz")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                documents.add(Json.mapper().readTree(line));
            }
        }
        return documents;
    }
}
