/**
 * Common nouns of goods, a row one thing in both languages, names cut by a dot. Words for anything (衣服, 鞋, product) and
 * words that mean much else (phone, glass, ring) are left out: they claim nothing.
 */
export const GOODS: ReadonlyArray<readonly string[]> = `
耳机 · 耳塞 · headphones · headphone · earphones · earbuds · headset
音箱 · 音响 · speaker · soundbar
充电宝 · 移动电源 · power bank
充电器 · 充电头 · charger · power adapter
数据线 · 充电线 · charging cable · usb cable
手机壳 · 保护壳 · phone case
smartphone
平板电脑 · 平板 · tablet
笔记本电脑 · 笔记本 · laptop · notebook computer
键盘 · keyboard
鼠标
显示器 · monitor
摄像头 · webcam · camera
路由器 · router
手表 · smartwatch
手环 · wristband · fitness band
台灯 · desk lamp · table lamp · lamp
吊灯 · 吸顶灯 · ceiling light · chandelier
灯泡 · light bulb
电饭煲 · 电饭锅 · rice cooker
空气炸锅 · air fryer
微波炉 · microwave
烤箱 · oven
热水壶 · 电水壶 · kettle
榨汁机 · 破壁机 · blender · juicer
蒸锅 · steamer
炒锅 · 平底锅 · 煎锅 · frying pan · wok · skillet
保温杯 · 保温壶 · flask · thermos · tumbler
水杯 · 马克杯 · 玻璃杯 · mug
吸尘器 · vacuum cleaner
扫地机器人 · 扫地机 · robot vacuum
洗衣机 · washing machine
冰箱 · fridge · refrigerator
空调 · air conditioner
电风扇
加湿器 · humidifier
空气净化器 · 净化器 · air purifier
吹风机 · 电吹风 · hair dryer
剃须刀 · shaver · razor
电动牙刷 · 牙刷 · toothbrush
体重秤 · bathroom scale
T恤 · t-shirt · tee
衬衫 · 衬衣 · shirt · blouse
卫衣 · hoodie · sweatshirt
毛衣 · 针织衫 · sweater · pullover · cardigan
外套 · 夹克 · jacket
风衣 · 大衣 · trench coat
羽绒服 · 棉服 · down jacket · puffer jacket
连衣裙 · dress
半身裙 · 短裙 · skirt
牛仔裤 · jeans
休闲裤 · 西裤 · 长裤 · trousers · pants · chinos
短裤 · shorts
内衣 · 文胸 · bra · underwear
袜子 · socks
围巾 · scarf
帽子 · 棒球帽 · hat · beanie
手套 · gloves
皮带 · 腰带 · belt
运动鞋 · 跑鞋 · 跑步鞋 · sneakers · sneaker · trainers · running shoes
徒步鞋 · 登山鞋 · hiking shoes · hiking boots
皮鞋 · leather shoes · loafers
高跟鞋
凉鞋 · sandals
拖鞋 · slippers
靴子 · 马丁靴 · 短靴 · boots
双肩包 · 背包 · 书包 · backpack · rucksack
手提包 · 单肩包 · 斜挎包 · handbag · shoulder bag · tote
钱包 · wallet · purse
行李箱 · 拉杆箱 · suitcase · luggage
雨伞 · umbrella
太阳镜 · 墨镜 · sunglasses
项链 · necklace
耳环 · 耳钉 · earrings
戒指
手链 · 手镯 · bracelet · bangle
面霜 · 乳霜 · cream · moisturizer · moisturiser
精华液 · serum
爽肤水 · 化妆水 · toner
洗面奶 · 洁面乳 · face wash · cleanser
面膜 · face mask · sheet mask
口红 · 唇膏 · lipstick
粉底液
眼影 · eyeshadow
香水 · perfume · fragrance
防晒霜 · 防晒乳 · sunscreen
洗发水 · 洗发露 · shampoo
护发素
沐浴露 · body wash · shower gel
牙膏 · toothpaste
纸巾 · 抽纸 · tissues
洗衣液 · laundry detergent
奶粉 · infant formula · milk powder
纸尿裤 · 尿不湿 · diapers · nappies
婴儿车 · stroller · pram
奶瓶 · baby bottle
积木 · building blocks
拼图 · jigsaw puzzle
玩偶 · 毛绒玩具 · plush toy · doll
床单 · bed sheet
被子 · 羽绒被 · duvet · quilt · comforter
枕头 · pillow
毛巾 · 浴巾 · towel
窗帘 · curtain · curtains
地毯 · rug · carpet
沙发 · sofa · couch
床垫 · mattress
书桌 · 电脑桌 · desk
椅子 · 办公椅 · 电竞椅 · chair
书架 · bookshelf
衣柜 · wardrobe
衣架 · hanger · hangers
收纳箱 · 收纳盒 · storage box
菜刀 · 厨刀 · 刀具 · kitchen knife
筷子 · chopsticks
餐具 · cutlery · tableware
咖啡机 · coffee maker · espresso machine
咖啡豆 · coffee beans
茶叶 · tea leaves
坚果
饼干 · cookies · biscuits
巧克力 · chocolate
猫粮 · cat food
狗粮 · dog food
猫砂 · cat litter
瑜伽垫 · yoga mat
哑铃 · dumbbell · dumbbells
跳绳 · jump rope · skipping rope
自行车 · bicycle · bike
头盔 · helmet
帐篷 · tent
睡袋 · sleeping bag
鱼竿 · fishing rod
电钻 · power drill
螺丝刀 · screwdriver
打印机 · printer
墨盒 · ink cartridge
硬盘 · 移动硬盘 · hard drive · ssd
U盘 · 优盘 · flash drive · usb stick
存储卡 · 内存卡 · memory card · sd card
游戏手柄 · game controller
投影仪 · projector
电视机 · 电视 · tv · television
`.trim().split('\n').map((row) => row.split(' · '))

/** Before a noun these say nothing that a record would hold. */
export const PLAIN_ADJECTIVES = /^(?:蓝牙|无线|有线|儿童|男士|女士|男款|女款|智能|同款|原装|新款|备用|配套|普通|全新|另外|其他|订购|购买|咱们|我们|店里|一条|一个|收到|换货|退货|下单|家用|便携)+$/
