#!/bin/sh
# The main job in curl: Inger's course in the small municipality of a running demo, each line by the role that does it.
#   infra/main-job.sh [http://127.0.0.1:8080]
set -eu
G=${1:-http://127.0.0.1:8080}

uuid() { cat /proc/sys/kernel/random/uuid; }
json() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p"; } # the last value of that name
token() { # user name
  password=$(curl -sf "$G/demo/users" | tr '{' '\n' | grep "\"username\":\"$1\"" | json password)
  curl -sf "$G/demo/issuer/token" -d grant_type=password -d "username=$1" -d "password=$password" | json access_token
}
call() { # token, method, path, body, version the edit is based on
  answer=$(curl -sS -w '\n%{http_code}' -X "$2" "$G/api/v1$3" -H "Authorization: Bearer $1" \
    -H 'Content-Type: application/json' -H "Mutation-Id: $(uuid)" ${5:+-H "If-Match: \"$5\""} ${4:+-d "$4"})
  case $answer in *"
20"?) printf '%s\n' "${answer%????}" ;; *) printf '%s %s\n%s\n' "$2" "$3" "$answer" >&2; exit 1 ;; esac
}
cpr() { # a date with four digits that fail modulus 11: nobody's number
  awk 'BEGIN { srand(); split("4 3 2 7 6 5 4 3 2 1", w); do { c = "150642" sprintf("%04d", int(rand() * 4000)); s = 0
    for (i = 1; i <= 10; i++) s += w[i] * substr(c, i, 1) } while (s % 11 == 0); print c }'
}

VISITATOR=$(token visitator1.lilleby)
THERAPIST=$(token terapeut1.lilleby)
COORDINATOR=$(token koordinator1.lilleby)
anna=$(call "$THERAPIST" GET /me | sed 's/{"id":"\([^"]*\)".*/\1/')
vera=$(call "$VISITATOR" GET /me | sed 's/{"id":"\([^"]*\)".*/\1/')
area=$(call "$THERAPIST" GET /me | sed 's/.*"unit":{"id":"\([^"]*\)".*/\1/')
today=$(curl -sf "$G/demo/clock" | json today)
due=$(date -d "$today + 84 days" +%F)
inger=$(uuid) referral=$(uuid) course=$(uuid) condition=$(uuid) goal=$(uuid)
minutes() { printf '{"basis":"MINUTES","notAssessed":false,"services":[{"service":"PERSONAL_CARE","minutes":%s,"everyWeeks":1}]}' "$1"; }

call "$VISITATOR" POST /citizens "{\"id\":\"$inger\",\"cpr\":\"$(cpr)\",\"name\":\"Inger Opdigtet\",\"birthDate\":\"1942-06-15\",\"address\":{\"street\":\"Prøvevej 1\",\"postCode\":\"4200\",\"city\":\"Lilleby\"},\"careAreaId\":\"$area\",\"flags\":{\"hearingImpaired\":false,\"visionImpaired\":false,\"exemptFromDigitalPost\":false,\"reducedCapacity\":false},\"responsibleVisitatorId\":\"$vera\"}"
call "$VISITATOR" POST /referrals "{\"id\":\"$referral\",\"citizenId\":\"$inger\",\"kind\":\"HOME_CARE\",\"source\":\"HOSPITAL_MEDICAL\",\"receivedOn\":\"$today\"}"
call "$VISITATOR" POST "/referrals/$referral/assessment" "{\"suitable\":true,\"reason\":\"AFTER_ADMISSION\",\"individualReason\":\"Gik selv før indlæggelsen og vil i bad uden hjælp igen.\",\"assessedOn\":\"$today\",\"legalBasis\":\"SEL_83A\"}"
call "$VISITATOR" PUT "/referrals/$referral/help" "{\"before\":$(minutes 90),\"shadow\":$(minutes 420)}" 2
call "$VISITATOR" POST "/referrals/$referral/course" "{\"courseId\":\"$course\",\"therapistId\":\"$anna\"}"
call "$THERAPIST" POST "/courses/$course/plan"
call "$THERAPIST" PUT "/courses/$course/plan" "{\"citizensWords\":\"Jeg vil kunne gå i bad selv.\",\"interventionType\":\"HVERDAGSREHABILITERING\"}" 1
call "$THERAPIST" PUT "/courses/$course/conditions/$condition" "{\"code\":\"feb38b55-c2d7-4d57-99c2-93622eaa0025\",\"level\":3,\"expectedLevel\":1,\"inFocus\":true,\"recordedOn\":\"$today\"}" 0
call "$THERAPIST" POST "/courses/$course/goals" "{\"id\":\"$goal\",\"citizensWords\":\"Jeg vil gå i bad selv\",\"conditionId\":\"$condition\",\"measure\":\"Hvor meget hjælp\",\"baseline\":\"Hjælp til det hele\",\"baselineOn\":\"$today\",\"target\":\"Selv\",\"targetOn\":\"$due\",\"agreedWithCitizen\":true}"
call "$THERAPIST" POST "/courses/$course/activation" "{\"startedOn\":\"$today\"}"
curl -sf "$G/demo/clock" -H 'Content-Type: application/json' -d "{\"today\":\"$due\"}" && echo
evaluation=$(call "$THERAPIST" GET "/courses/$course/evaluations" | sed 's/.*"items":\[{"id":"\([^"]*\)".*/\1/')
call "$THERAPIST" POST "/evaluations/$evaluation/submission" "{\"evaluatedOn\":\"$due\",\"citizensVoice\":\"Jeg går i bad selv.\",\"advice\":\"Morgenhjælp kan sættes ned.\",\"levels\":[{\"conditionId\":\"$condition\",\"level\":1}],\"goals\":[{\"goalId\":\"$goal\",\"status\":\"ACHIEVED\"}]}"
call "$VISITATOR" POST "/courses/$course/revisitation" "{\"id\":\"$(uuid)\",\"decidedOn\":\"$due\",\"after\":$(minutes 120)}"
call "$COORDINATOR" POST "/courses/$course/review" '{"comment":"Godt forløb"}'
call "$COORDINATOR" GET "/courses/$course" | tr ',' '\n' | grep -E '"(state|category|degreeOfHelp|savedMinutes|dueOn|completedOn)"'
