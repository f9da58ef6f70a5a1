/** First words of code names: colours, materials and kinds of weather. None describes a body, a people or a belief; never reorder or remove, the names follow from the order. */
export const codeNameColours: readonly string[] = `
amber azure amaranth apricot aqua almond alabaster amethyst ash aspen autumn agate airy alpine
ample apple arbour aster august balmy bamboo basalt beige berry beryl birch biscuit bisque
blossom blue blush brass breezy bright bronze buff burnished butter buttercup calm camel
canary candid carmine carnation cashew cedar celadon cerise cerulean chalk champagne charcoal
cheerful cherry chiffon citrine citron clay clear clever clover cloudy cobalt copper coral
cosy cotton cranberry cream crimson crisp crystal curious currant cyan daffodil daisy damask
damson dapper dapple dawn deft denim desert dewy diamond downy dune dusk dusty eager early
earthy easy ecru eggshell elder elm emerald even evening fallow fawn feather fern fig flax
fleet flint flora fluent foggy forest fresh frosty fuchsia gamboge garnet gentle ginger
glacier glad glassy gleaming glossy gold golden graceful grain granite grape grassy green grey
hale harvest hazel hazy heather heliotrope hickory honey humble hushed icy indigo iris ivy
jade jasmine jasper jaunty jolly jovial juniper jute keen kelp khaki kind kindly lace lacquer
lagoon lapis larch laurel lavender leafy lemon level lilac lime linen lively loam lofty lotus
lucid lunar lush magenta magnolia mahogany maize malachite mallow mango maple marble marigold
marine marzipan mauve meadow mellow melon merry mild mint misty modest moonlit morning mossy
mulberry mustard myrtle neat nectar nimble nougat nutmeg oak oaken oat ochre olive onyx opal
open orange orchid oyster papaya parchment patient peach peachy pearl pearly pebble pecan
peppermint periwinkle persimmon petal pewter pine pink pistachio placid platinum plucky plum
polished poppy porcelain primrose prompt pumice pumpkin purple quartz quick quiet quince
radiant rainy raspberry ready reed restful rhubarb rosewood rosy ruby russet rustic rye
saffron sage salmon sandy sapphire satin scarlet seashell sepia serene sesame shady shale
sheer shiny sienna silken silky silver sincere slate sleek smoky smooth snowy soft solar
sorrel spring spruce spry starlit starry steady still straw strawberry sturdy suede summer
sunlit sunny sunset supple swift tangerine teak teal tender terracotta thistle thyme tidy
timber toffee topaz tranquil trim tulip turquoise twilight umber upbeat valley vanilla velvet
verdant vermilion vernal vibrant vine viola violet vivid walnut warm watery wheat willow windy
winter wistful witty woodland woolly yew zesty zinc zircon
`
  .trim()
  .split(/\s+/);
