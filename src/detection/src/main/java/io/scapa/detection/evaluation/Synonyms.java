package io.scapa.detection.evaluation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Swaps words for others of nearly the same meaning and the same form: half of those that the list knows. RAID's synonym attack takes
 * what a masked language model proposes, for half of the words; this one needs no model and changes fewer.
 */
final class Synonyms {
    private static final double SHARE = 0.5;
    private static final String GROUPS = """
            big large|large big|small little|important significant|significant important|crucial vital|vital crucial|key main
            main principal|various diverse|diverse varied|numerous many|many numerous|several some|often frequently|frequently often
            usually generally|generally usually|quickly rapidly|rapidly quickly|very extremely|extremely very|really truly|truly really
            also additionally|additionally also|however nevertheless|therefore thus|thus therefore|moreover furthermore|furthermore moreover
            because since|although though|though although|while whereas|whereas while|begin start|start begin|began started|started began
            show demonstrate|shows demonstrates|showed demonstrated|demonstrate show|demonstrates shows|demonstrated showed|help assist
            helps assists|helped assisted|use employ|uses employs|used employed|using employing|utilize use|utilizes uses|utilized used
            make create|makes creates|made created|create make|creates makes|created made|need require|needs requires|needed required
            require need|requires needs|required needed|improve enhance|improves enhances|improved enhanced|improving enhancing
            enhance improve|enhances improves|enhanced improved|enhancing improving|provide offer|provides offers|provided offered
            providing offering|offer provide|offers provides|offered provided|get obtain|gets obtains|got obtained|obtain get
            obtained got|buy purchase|bought purchased|think believe|thinks believes|thought believed|believe think|believes thinks
            say state|says states|said stated|tell inform|told informed|ask inquire|asked inquired|see notice|sees notices|saw noticed
            look gaze|looked gazed|looks gazes|walk stroll|walked strolled|run sprint|ran sprinted|begin commence|end finish|ended finished
            ends finishes|finish end|finished ended|keep retain|kept retained|change alter|changes alters|changed altered|changing altering
            increase rise|increased risen|decrease decline|reduce lower|reduces lowers|reduced lowered|reducing lowering|allow permit
            allows permits|allowed permitted|allowing permitting|enable allow|enables allows|enabled allowed|understand comprehend
            explain clarify|explains clarifies|explained clarified|describe depict|describes depicts|described depicted|discuss debate
            examine inspect|examined inspected|explore investigate|explores investigates|explored investigated|exploring investigating
            analyze examine|analyzes examines|analyzed examined|propose suggest|proposes suggests|proposed suggested|suggest propose
            suggests proposes|suggested proposed|develop build|develops builds|developed built|developing building|build construct
            built constructed|achieve attain|achieves attains|achieved attained|achieving attaining|ensure guarantee|ensures guarantees
            ensured guaranteed|ensuring guaranteeing|consider regard|considered regarded|include contain|includes contains
            included contained|contain include|contains includes|method approach|methods approaches|approach method|approaches methods
            way manner|ways manners|problem issue|problems issues|issue problem|issues problems|result outcome|results outcomes
            outcome result|outcomes results|idea notion|ideas notions|study investigation|studies investigations|research inquiry
            people individuals|person individual|individuals people|individual person|child kid|children kids|job occupation
            jobs occupations|work labor|house home|home house|car vehicle|cars vehicles|road street|city town|cities towns|world globe
            country nation|countries nations|nation country|nations countries|place location|places locations|location place
            locations places|time period|moment instant|story tale|stories tales|book volume|books volumes|part portion|parts portions
            area region|areas regions|region area|regions areas|group set|groups sets|kind type|kinds types|type kind|types kinds
            effect impact|effects impacts|impact effect|impacts effects|benefit advantage|benefits advantages|advantage benefit
            advantages benefits|challenge difficulty|challenges difficulties|difficulty challenge|difficulties challenges|goal aim
            goals aims|aim goal|aims goals|role function|skill ability|skills abilities|ability capability|abilities capabilities
            knowledge understanding|experience encounter|environment surroundings|future tomorrow|beautiful lovely|lovely beautiful
            happy glad|glad happy|sad unhappy|hard difficult|difficult hard|easy simple|simple easy|fast quick|quick fast|slow sluggish
            new novel|novel new|old aged|good fine|great excellent|excellent great|bad poor|poor bad|strong powerful|powerful strong
            rich wealthy|wealthy rich|whole entire|entire whole|complete full|full complete|different distinct|distinct different
            similar alike|common widespread|widespread common|rare scarce|essential necessary|necessary essential|possible feasible
            certain sure|sure certain|clear evident|evident clear|huge enormous|enormous huge|tiny minute|famous renowned|renowned famous
            delicious tasty|tasty delicious|friendly amiable|terrible awful|awful terrible|amazing astonishing|wonderful marvelous
            perhaps maybe|maybe perhaps|almost nearly|nearly almost|finally eventually|eventually finally|suddenly abruptly
            especially particularly|particularly especially|mainly mostly|mostly mainly|only merely|still yet|again anew
            enough sufficient|sufficient enough|about regarding|among amid|during throughout|across through|within inside|toward to
            """;

    private static final Map<String, String> SWAPS = swaps();

    private Synonyms() {}

    private static Map<String, String> swaps() {
        Map<String, String> swaps = new HashMap<>();
        for (String pair : GROUPS.strip().split("\\s*[|\\n]\\s*")) {
            String[] words = pair.split(" ");
            swaps.put(words[0], words[1]);
        }
        return swaps;
    }

    /** The text with half of the known words swapped. */
    static String swap(String text, RandomGenerator random) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int i = 0;
        while (i < text.length()) {
            int to = i;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            if (to == i) {
                out.append(text.charAt(i++));
                continue;
            }
            String word = text.substring(i, to);
            String other = SWAPS.get(word.toLowerCase(Locale.ROOT));
            out.append(other != null && random.nextDouble() < SHARE ? cased(other, word) : word);
            i = to;
        }
        return out.toString();
    }

    private static String cased(String word, String like) {
        return Character.isUpperCase(like.charAt(0)) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }
}
