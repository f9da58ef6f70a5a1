/** Second words of code names: birds, without those whose name says something of a person. Never reorder or remove: the names follow from the order. */
export const codeNameBirds: readonly string[] = `
albatross accentor antbird apalis aracari auk avocet avadavat babbler barbet barwing batis
becard bellbird bittern bluebird bluethroat bobolink boobook bowerbird brambling bristlebird
broadbill brolga bronzewing budgerigar bufflehead bulbul bullfinch bunting bushchat bushtit
bustard buttonquail cacique calandra canastero capercaillie caracara catbird chachalaca
chaffinch chickadee chiffchaff chough chukar cicadabird cinclodes cisticola cockatiel cockatoo
coot corella cormorant corncrake cotinga coucal courser crake crane crossbill curassow curlew
currawong dickcissel dikkop dipper diuca dotterel dove dowitcher drongo dunlin dunnock
earthcreeper egret eider elaenia emu euphonia fairywren fantail fernbird fieldfare fieldwren
finch finfoot firecrest firefinch firetail flamingo flatbill flicker flowerpecker flufftail
flycatcher forktail foudia francolin fulmar fulvetta gadwall galah gallinule gannet garganey
gerygone gnatcatcher gnatwren godwit goldcrest goldeneye goldfinch goosander grackle grassbird
grasswren grebe greenfinch greenlet greenshank grosbeak grouse guillemot hammerkop hawfinch
heron hillstar hoatzin honeybird honeyeater hoopoe hornbill hornero hummingbird hylia ibis
ibisbill illadopsis iora jabiru jacamar jacana jackdaw jay jery junco kagu kaka kakapo kea
kestrel killdeer kingbird kingfisher kinglet kittiwake kiwi koel kokako kookaburra lapwing
laughingthrush leafbird leiothrix limpkin linnet longbill longclaw longspur lorikeet lory
lovebird lyrebird macaw magpie mallard manakin mannikin martin meadowlark merganser merlin
mesite metaltail monal monjita moorhen motmot mousebird murre murrelet myna myzomela
nightingale nighthawk nightjar niltava nuthatch nutcracker oriole oropendola osprey ouzel
owlet oxpecker oystercatcher palmchat paradigalla pardalote parakeet parotia parrotbill
parrotlet partridge parula pauraque peafowl peewit pelican penguin peregrine petrel petronia
pewee phalarope pheasant phoebe piculet pigeon pintail pipit piprites pitta plover plumeleteer
pochard poorwill potoo pratincole prinia prion ptarmigan puffbird puffin pytilia quail
quailfinch quelea quetzal racquettail razorbill redshank redstart redwing reedling rhea
ringneck roadrunner robin rockfowl rosefinch rosella rushbird sabrewing saltator sandgrouse
sanderling sandpiper sapsucker scaup scimitarbill scoter scrubbird scrubwren scythebill
seedeater seedsnipe seriema serin shag shama shearwater shelduck shorelark shoveler sicklebill
sirystes siskin sitella skimmer skylark smew snipe songlark sora spadebill sparrow
spiderhunter spinetail spinifexbird spoonbill starling starfrontlet stilt stint stonechat
stonecurlew stork streamcreeper sugarbird sunbird sunbittern sunangel surfbird swallow
swamphen swan swiftlet tailorbird takahe tanager tern thicketbird thornbill thornbird thrasher
thrush tinamou titmouse tody toucan toucanet towhee tragopan treecreeper treehunter treepie
treeswift trogon tropicbird troupial turaco turnstone turtledove twinspot twite tyrannulet
vanga veery verdin violetear vireo visorbearer wagtail wallcreeper warbler waterthrush
wattlebird waxbill waxwing weaver weebill weka wheatear whimbrel whinchat whipbird whistler
whitethroat wigeon willet woodcock woodcreeper woodhaunter woodhen woodlark woodnymph
woodpecker woodpigeon woodstar wren wrenbabbler wrentit wrybill wryneck xenops yellowhammer
yellowlegs yellowthroat yuhina zeledonia
`
  .trim()
  .split(/\s+/);
