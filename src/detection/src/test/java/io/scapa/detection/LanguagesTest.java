package io.scapa.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.Origin;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final String CHINESE = "昨天下午我去菜市场买菜，遇到了小时候的邻居王大妈。她说孙子今年刚上小学，天天早上不肯起床，全家人跟着着急。"
            + "我们站在卖豆腐的摊子前聊了半个钟头，摊主也跟着插话，说他家的孩子也是这个样子。后来下起了小雨，我才想起来家里的窗户没有关。"
            + "跑回去一看，书桌上的报纸已经湿了一半，好在那本旧相册放在柜子里，一点事都没有。";
    private static final String SPANISH =
            "Ayer por la tarde fui al mercado y me encontré con la vecina de mi abuela, que ya no veía desde que se mudaron al pueblo. "
                    + "Me contó que su nieto empezó la escuela y que todas las mañanas hay pelea porque no quiere levantarse. Nos quedamos hablando "
                    + "un buen rato delante del puesto de aceitunas, y el dueño se metió en la charla como siempre. Luego empezó a llover y me acordé "
                    + "de que había dejado la ventana abierta. Cuando llegué a casa el periódico estaba empapado, pero las fotos se salvaron.";
    private static final String GERMAN =
            "Gestern Nachmittag bin ich auf den Markt gegangen und habe dort die alte Nachbarin meiner Großmutter getroffen, die vor Jahren "
                    + "aufs Land gezogen ist. Sie hat erzählt, dass ihr Enkel jetzt in die Schule geht und morgens nie aufstehen will. Wir standen "
                    + "eine halbe Stunde vor dem Stand mit den Oliven, und der Händler hat natürlich mitgeredet. Dann fing es an zu regnen, und mir "
                    + "fiel ein, dass zu Hause das Fenster offen stand. Die Zeitung war nass, aber die Fotos lagen zum Glück im Schrank.";

    private final Assessor assessor = Assessors.shipped(AssessorOptions.standard());

    @Test
    void chineseAndSpanishHaveModelsOfTheirOwnThatSayTheyAreExperimental() {
        for (String[] text : new String[][] {{"zh", CHINESE}, {"es", SPANISH}}) {
            Assessment assessment = assessor.assess(Document.ofText(text[1]));
            assertThat(assessment.language()).isEqualTo(text[0]);
            assertThat(assessment.evidence().getFirst().version()).endsWith("experimental-" + text[0]);
            assertThat(assessment.synthetic().humanPValue()).isNotNull();
            assertThat(assessment.synthetic().verdict().reason()).startsWith("experimental for language " + text[0]);
            assertThat(assessment.synthetic().verdict().origin()).isNotEqualTo(Origin.SYNTHETIC);
        }
    }

    @Test
    void otherLanguagesAreScoredAndUndetermined() {
        Assessment assessment = assessor.assess(Document.ofText(GERMAN));
        assertThat(assessment.language()).isEqualTo("de");
        assertThat(assessment.synthetic().verdict().origin()).isEqualTo(Origin.UNDETERMINED);
        assertThat(assessment.synthetic().verdict().reason()).contains("de");
        assertThat(assessment.synthetic().humanPValue()).isNull();
        assertThat(Math.abs(assessment.synthetic().score())).isLessThan(1);
    }

    @Test
    void theLengthOfAChineseTextIsCountedInCharacters() {
        assertThat(TextLength.words(CHINESE, "zh", 12)).isBetween(70, 130);
        assertThat(TextLength.words(CHINESE, "en", 12)).isEqualTo(12);
        Assessment fragment = assessor.assess(Document.ofText(CHINESE.substring(0, 40)));
        assertThat(fragment.synthetic().verdict().origin()).isEqualTo(Origin.UNDETERMINED);
    }
}
